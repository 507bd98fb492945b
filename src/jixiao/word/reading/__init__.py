"""A report that was typed in Word or WPS: the bytes of a .docx as a `Manuscript`."""
