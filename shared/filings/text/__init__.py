"""What a document's bytes say as text: HTML, Markdown, plain text, PDF."""
