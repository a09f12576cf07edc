"""A second extractor: any language model behind an OpenAI-compatible endpoint proposes quotes and attributes.

The model is not trusted: a quote that is not in the text is refused, and times and quantities are read by our own code.
"""
