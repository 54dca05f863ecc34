"""Settings: what is missing is named."""

import pytest

from filings.aws.settings import MissingSetting, ProcessSettings, SweepSettings


@pytest.mark.parametrize(
    ("settings", "function"), [(ProcessSettings, "ProcessFiling"), (SweepSettings, "SweepPending")]
)
def test_each_variable_but_the_endpoint_must_be_set(cloud, settings, function):
    environment = cloud.functions[function].environment
    assert settings.read(environment)
    for name in environment:
        if name != "AWS_ENDPOINT_URL" and not name.startswith("POWERTOOLS_"):
            for value in (None, ""):
                with pytest.raises(MissingSetting, match=f"{name} is not set"):
                    settings.read({k: v for k, v in (environment | {name: value}).items() if v is not None})


def test_a_number_must_be_one(cloud):
    environment = cloud.functions["ProcessFiling"].environment
    with pytest.raises(MissingSetting, match="MAX_SUBMISSION_BYTES is not a whole number"):
        ProcessSettings.read(environment | {"MAX_SUBMISSION_BYTES": "many"})
