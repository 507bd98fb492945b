"""The Word side: an outline and a template become a .docx."""
