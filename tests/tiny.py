"""Tiny summarisers with random weights."""

import torch
from tokenizers import Tokenizer, models, pre_tokenizers, processors
from transformers import (
    BartConfig,
    BartForConditionalGeneration,
    PreTrainedTokenizerFast,
    T5Config,
    T5ForConditionalGeneration,
)

WORDS = ["the", "ship", "was", "freed", "on", "Monday", "canal", "days", "summarize", ":", "."]
TEXTS = ["The ship was freed.", "The canal traffic resumed on Monday after six days.", "Days."]


def save(folder, network, limit=None):
    vocabulary = {word: i for i, word in enumerate(["<pad>", "<s>", "</s>", "<unk>", *WORDS])}
    tokenizer = Tokenizer(models.WordLevel(vocabulary, unk_token="<unk>"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", special_tokens=[("<s>", 1), ("</s>", 2)]
    )
    limits = {"model_max_length": limit} if limit else {}
    PreTrainedTokenizerFast(
        tokenizer_object=tokenizer,
        pad_token="<pad>",
        bos_token="<s>",
        eos_token="</s>",
        unk_token="<unk>",
        **limits,
    ).save_pretrained(folder)
    network.save_pretrained(folder)
    return str(folder)


def bart(vocab_size=24, spread=0.4):
    """Of widely spread weights, so that other texts have other summaries."""
    torch.manual_seed(7)
    return BartForConditionalGeneration(
        BartConfig(
            vocab_size=vocab_size, d_model=16, encoder_layers=1, decoder_layers=1,
            encoder_attention_heads=2, decoder_attention_heads=2, encoder_ffn_dim=32,
            decoder_ffn_dim=32, max_position_embeddings=300, pad_token_id=0, bos_token_id=1,
            eos_token_id=2, decoder_start_token_id=2, forced_eos_token_id=2,
            init_std=spread,
        )
    )  # fmt: skip


def t5(**options):
    torch.manual_seed(7)
    config = T5Config(
        vocab_size=24, d_model=16, d_kv=8, d_ff=32, num_layers=1, num_heads=2, pad_token_id=0,
        eos_token_id=2, decoder_start_token_id=0, **options,
    )  # fmt: skip
    config.task_specific_params = {"summarization": {"prefix": "summarize : "}}
    return T5ForConditionalGeneration(config)
