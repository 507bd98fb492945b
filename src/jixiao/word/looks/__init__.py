"""The looks: a template that a person changes in Word, opened, measured and compiled once."""
