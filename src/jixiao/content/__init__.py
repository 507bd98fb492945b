"""YAML in: a file is loaded as nodes, its shape and its facts are validated.

`load` turns a file into a `Document`; `validate` turns the documents of a year into `Content`.
"""
