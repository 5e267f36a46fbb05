"""Text -> analysed sentences: which spaCy model reads them, and that its weights are the known ones."""

from bilateral.language.analyser import Analyser, analyser
from bilateral.language.model import locate, model_version

__all__ = ["Analyser", "analyser", "locate", "model_version"]
