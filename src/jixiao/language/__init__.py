"""The content language: one grammar a module; parse ∘ print is the identity in each."""
