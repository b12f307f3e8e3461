"""A sentence encoder of BERT's kind (MiniLM), as PyTorch trains it, and the word pieces it reads."""
import json
import math
import re
import struct
import torch
from torch import nn
from torch.nn import functional

HIDDEN, WIDE, HEADS, LONGEST = 384, 1536, 12, 40
START, END, HIDDEN_PIECE = 101, 102, 103
WORD = re.compile(r"[a-z0-9]+|[^\sa-z0-9]")


class Pieces:
    """Words cut into the longest pieces of the vocabulary (WordPiece), from a `tokenizer.json`."""

    def __init__(self, file):
        self.vocabulary = json.load(open(file, encoding='utf8'))['model']['vocab']
        self.cut_before = {}

    def of_word(self, word):
        if word in self.cut_before:
            return self.cut_before[word]
        pieces, start = [], 0
        while start < len(word):
            end = len(word)
            while end > start and ('##' if start else '') + word[start:end] not in self.vocabulary:
                end -= 1
            if end == start:
                pieces = [self.vocabulary['[UNK]']]
                break
            pieces.append(self.vocabulary[('##' if start else '') + word[start:end]])
            start = end
        self.cut_before[word] = pieces
        return pieces

    def of(self, text):
        return [START] + [piece for word in WORD.findall(text) for piece in self.of_word(word)][:LONGEST] + [END]


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.looks, self.seen = nn.Linear(HIDDEN, 3 * HIDDEN), nn.Linear(HIDDEN, HIDDEN)
        self.wide, self.narrow = nn.Linear(HIDDEN, WIDE), nn.Linear(WIDE, HIDDEN)
        self.after_seen, self.after_wide = nn.LayerNorm(HIDDEN, 1e-12), nn.LayerNorm(HIDDEN, 1e-12)

    def forward(self, said, hidden, left_out):
        many, length, _ = said.shape
        asks, answers, tells = self.looks(said).view(many, length, 3, HEADS, -1).permute(2, 0, 3, 1, 4)
        shares = (asks @ answers.transpose(-1, -2) / math.sqrt(HIDDEN // HEADS) + hidden).softmax(-1)
        seen = (shares @ tells).transpose(1, 2).reshape(many, length, HIDDEN)
        said = self.after_seen(said + functional.dropout(self.seen(seen), left_out, self.training))
        return self.after_wide(said + functional.dropout(self.narrow(functional.gelu(self.wide(said))), left_out, self.training))


class Encoder(nn.Module):
    """Word pieces in, one vector a sentence out: the mean of what its words mean beside each other."""

    def __init__(self, layers, left_out=0.1):
        super().__init__()
        self.words, self.places, self.kind = nn.Embedding(30522, HIDDEN), nn.Embedding(512, HIDDEN), nn.Parameter(torch.zeros(HIDDEN))
        self.normal, self.layers, self.left_out = nn.LayerNorm(HIDDEN, 1e-12), nn.ModuleList(Layer() for _ in range(layers)), left_out

    def forward(self, pieces, mask):
        said = self.normal(self.words(pieces) + self.places.weight[:pieces.shape[1]] + self.kind)
        said = functional.dropout(said, self.left_out, self.training)
        hidden = (1 - mask)[:, None, None, :] * -1e4
        for layer in self.layers:
            said = layer(said, hidden, self.left_out)
        return (said * mask[:, :, None]).sum(1) / mask.sum(1, keepdim=True)


def pretrained(file, layers):
    """An encoder with the weights of a `safetensors` file under BERT's names."""
    stored = tensors(file)
    encoder = Encoder(layers)
    named = {'words.weight': 'embeddings.word_embeddings.weight', 'places.weight': 'embeddings.position_embeddings.weight', 'normal.weight': 'embeddings.LayerNorm.weight', 'normal.bias': 'embeddings.LayerNorm.bias'}
    weights = {name: stored[of] for name, of in named.items()} | {'kind': stored['embeddings.token_type_embeddings.weight'][0]}
    parts = {'seen': 'attention.output.dense', 'after_seen': 'attention.output.LayerNorm', 'wide': 'intermediate.dense', 'narrow': 'output.dense', 'after_wide': 'output.LayerNorm'}
    for number in range(layers):
        for kind in ('weight', 'bias'):
            of = f'encoder.layer.{number}'
            weights |= {f'layers.{number}.{name}.{kind}': stored[f'{of}.{part}.{kind}'] for name, part in parts.items()}
            weights[f'layers.{number}.looks.{kind}'] = torch.cat([stored[f'{of}.attention.self.{each}.{kind}'] for each in ('query', 'key', 'value')])
    encoder.load_state_dict(weights)
    return encoder


def tensors(file):
    """Every tensor of a `safetensors` file, as 32-bit numbers where they are numbers with a point."""
    content = open(file, 'rb').read()
    length = struct.unpack('<Q', content[:8])[0]
    kinds = {'F16': torch.float16, 'F32': torch.float32, 'I64': torch.int64}
    found = {}
    for name, entry in json.loads(content[8:8 + length]).items():
        if name != '__metadata__':
            start, end = (8 + length + offset for offset in entry['data_offsets'])
            values = torch.frombuffer(bytearray(content[start:end]), dtype=kinds[entry['dtype']]).reshape(entry['shape'])
            found[name] = values.float() if values.is_floating_point() else values
    return found
