"""Large models with random weights: they take as long as trained ones, and nothing to fetch.

Words are w4, w5 and so on, one token each.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
import transformers
from tokenizers import Tokenizer, models, pre_tokenizers, processors

NEW_TOKENS = 60  # about three sentences
_SPECIAL = {"<s>": 0, "<pad>": 1, "</s>": 2, "<unk>": 3}
_LABELS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC", "B-MISC", "I-MISC")
_UNLIKELY = -1e4
_SCALE = 0.05  # larger than usual, so that what is written varies


def distilbart() -> Any:
    """Of the size of DistilBART's models for summaries; never ends by itself."""
    config = transformers.BartConfig(
        vocab_size=50_264, d_model=1024, encoder_layers=12, decoder_layers=6,
        encoder_ffn_dim=4096, decoder_ffn_dim=4096, max_position_embeddings=1024, init_std=_SCALE,
        bos_token_id=0, pad_token_id=1, eos_token_id=2, decoder_start_token_id=2,
        forced_eos_token_id=2,
    )  # fmt: skip
    network = transformers.BartForConditionalGeneration(config)
    with torch.no_grad():
        network.final_logits_bias[0, config.eos_token_id] = _UNLIKELY
    return network


def bert() -> Any:
    """BERT's base size, as a token classifier."""
    config = transformers.BertConfig(
        id2label=dict(enumerate(_LABELS)), label2id={name: at for at, name in enumerate(_LABELS)},
        pad_token_id=1,
    )  # fmt: skip
    network = transformers.BertForTokenClassification(config)
    with torch.no_grad():
        network.classifier.weight.normal_(0, 0.2)  # so that labels vary
    return network


def model_folder(folder: Path, make: Callable[[], Any]) -> Path:
    """The folder with the model that `make` makes, made where it is missing."""
    place = folder / make.__name__
    if not place.exists():
        torch.manual_seed(0)
        network = make()
        partial = place.with_suffix(".partial")
        network.save_pretrained(partial)
        _tokenizer(network.config.vocab_size).save_pretrained(partial)
        partial.replace(place)
    return place


def texts(count: int, least: int, most: int) -> list[str]:
    """So many texts of `least` to `most` words, always the same."""
    random = np.random.default_rng(0)
    lengths = random.integers(least, most, count)
    return [" ".join(f"w{at}" for at in random.integers(4, 30_000, size)) for size in lengths]


def naive_summaries(place: Path) -> Callable[[Sequence[str]], list[str]]:
    """One text a call in fp32, with as many threads as torch takes by itself."""
    tokens = transformers.AutoTokenizer.from_pretrained(place)
    network = transformers.AutoModelForSeq2SeqLM.from_pretrained(place).eval()

    def write(text: str) -> str:
        with torch.inference_mode():
            found = network.generate(
                **tokens(text, return_tensors="pt", return_token_type_ids=False),
                num_beams=1, do_sample=False, max_new_tokens=NEW_TOKENS, max_length=None,
            )  # fmt: skip
        return str(tokens.decode(found[0], skip_special_tokens=True))

    return lambda given: [write(text) for text in given]


def naive_labels(place: Path) -> Callable[[Sequence[str]], list[list[int]]]:
    """One text a call in fp32, with as many threads as torch takes by itself."""
    tokens = transformers.AutoTokenizer.from_pretrained(place)
    network = transformers.AutoModelForTokenClassification.from_pretrained(place).eval()

    def label(text: str) -> list[int]:
        with torch.inference_mode():
            found = network(**tokens(text, return_tensors="pt")).logits[0]
        labels: list[int] = found.argmax(-1).tolist()
        return labels

    return lambda given: [label(text) for text in given]


def _tokenizer(size: int) -> Any:
    vocabulary = _SPECIAL | {f"w{at}": at for at in range(len(_SPECIAL), size)}
    made = Tokenizer(models.WordLevel(vocabulary, unk_token="<unk>"))
    made.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    made.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", special_tokens=[("<s>", 0), ("</s>", 2)]
    )
    return transformers.PreTrainedTokenizerFast(
        tokenizer_object=made, bos_token="<s>", eos_token="</s>", pad_token="<pad>",
        unk_token="<unk>",
    )  # fmt: skip
