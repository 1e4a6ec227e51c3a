"""The same contract filled by a language model: figures kept only where their words stand, compared, never counted."""
