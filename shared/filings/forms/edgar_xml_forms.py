"""Every other form that EDGAR takes as XML: its elements under EDGAR's own names in `formData`.

Regulation A (1-A, 1-K, 1-Z), crowdfunding (C, CFPORTAL), funds (N-CEN, NPORT, N-MFP, N-PX, 24F-2NT), market
intermediaries (ATS-N, MA, SBSE, TA, X-17A-5), the SEC's own notices (EFFECT, QUALIF). Before a form's XML
began, and where a paper stands in its place, it is words, and is read for exhibits and signatures.
"""

from __future__ import annotations

from filings.forms._form import Form
from filings.forms._unlisted import read

SUBMISSION_TYPES = """
    1-A; 1-A/A; 1-E; 1-E/A; 1-K; 1-K/A; 1-Z; 1-Z/A
    24F-2NT; 24F-2NT/A; N-CEN; N-CEN/A; N-CR; N-CR/A; N-PX; N-PX/A; N-RN; N-RN/A
    NPORT-NP; NPORT-NP/A; NPORT-P; NPORT-P/A
    ATS-N; ATS-N-C; ATS-N-W; ATS-N/CA; ATS-N/MA; ATS-N/OFA; ATS-N/UA
    C; C-AR; C-AR-W; C-AR/A; C-AR/A-W; C-TR; C-TR-W; C-U; C-U-W; C-W; C/A; C/A-W
    CFPORTAL; CFPORTAL-W; CFPORTAL/A
    EFFECT; QUALIF
    MA; MA-A; MA-A/A; MA-I; MA-I/A; MA-W; MA/A
    N-MFP; N-MFP/A; N-MFP1; N-MFP1/A; N-MFP2; N-MFP2/A; N-MFP3; N-MFP3/A
    SBSE; SBSE-A; SBSE-A/A; SBSE-BD; SBSE-BD/A; SBSE-C; SBSE-C/A; SBSE-W; SBSE-W/A; SBSE/A; SDR
    TA-1; TA-1/A; TA-2; TA-2/A; TA-W; TA-W/A; X-17A-5; X-17A-5/A
"""

FORM = Form(
    submission_types=tuple(
        name.strip() for line in SUBMISSION_TYPES.split("\n") for name in line.split(";") if name.strip()
    ),
    read=read,
)
