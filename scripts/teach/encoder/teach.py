"""Teaches a sentence encoder what people's sentences mean, and packs it.

python3 teach.py <lessons.json> <folder of the pretrained model> <folder to write into>

The lessons hold `sentences` ({text, misheard, intent, worth}) and `words`, which the vocabulary is to know. Written are `encoder.onnx` and
`encoder.json` with the word pieces and the classes, both in the order of the numbers that the encoder takes and gives.
"""
import json
import os
import pathlib
import random
import re
import sys
import torch
from torch import nn
from torch.nn import functional
from encoder import END, HIDDEN, HIDDEN_PIECE, START, WORD, Pieces, pretrained
from pack import pack

LAYERS, ROUNDS, AT_ONCE, RATE = 6, 3, 64, 2e-4
MISHEARD, MISHEARD_WORTH = 0.3, 0.7
"""How many sentences are taught with words hidden or lost, and how many of their words."""
SPOILT, SPOILT_WORDS = 0.5, 0.12
WARM_UP, LEFT_OUT, SMOOTHED = 0.06, 0.1, 0.03
UNKNOWN_PIECE = 100


def main(lessons_file, pretrained_folder, into):
    torch.set_num_threads(os.cpu_count())
    torch.manual_seed(1)
    random.seed(1)
    lessons = json.loads(pathlib.Path(lessons_file).read_text(encoding='utf8'))
    sentences = lessons['sentences']
    pieces = Pieces(f'{pretrained_folder}/tokenizer.json')
    classes = sorted({each['intent'] for each in sentences})
    encoder = pretrained(f'{pretrained_folder}/model.fp16.safetensors', LAYERS)
    head = nn.Linear(HIDDEN, len(classes))
    nn.init.zeros_(head.weight)
    nn.init.zeros_(head.bias)
    teach(encoder, head, sentences, pieces, classes)
    kept = pieces_to_keep(pieces, lessons)
    weights = {name: values.detach().numpy() for name, values in encoder.named_parameters()}
    pack(weights, LAYERS, {name: values.detach().numpy() for name, values in head.named_parameters()}, kept, f'{into}/encoder.onnx')
    named = {number: piece for piece, number in pieces.vocabulary.items()}
    pathlib.Path(into, 'encoder.json').write_text(json.dumps({'pieces': ' '.join(named[each] for each in kept), 'classes': classes}), encoding='utf8')


def teach(encoder, head, sentences, pieces, classes):
    matrices = [each for each in encoder.parameters() if each.dim() > 1]
    others = [each for each in encoder.parameters() if each.dim() <= 1]
    groups = [{'params': matrices, 'lr': RATE, 'weight_decay': 0.01}, {'params': others, 'lr': RATE, 'weight_decay': 0}, {'params': head.parameters(), 'lr': RATE * 10, 'weight_decay': 0}]
    steps, rates, step = ROUNDS * -(-len(sentences) // AT_ONCE), [each['lr'] for each in groups], 0
    optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.98))
    encoder.train()
    for number in range(ROUNDS):
        lost = 0
        for batch in batches(sentences, pieces, classes):
            share = min(step / (WARM_UP * steps), 1) * max(0, 1 - step / steps)
            for group, rate in zip(optimizer.param_groups, rates):
                group['lr'] = rate * share
            said, mask, answers, worth = batch
            likely = head(functional.dropout(encoder(said, mask), LEFT_OUT))
            loss = (functional.cross_entropy(likely, answers, reduction='none', label_smoothing=SMOOTHED) * worth).mean()
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(encoder.parameters(), 1.0)
            optimizer.step()
            step, lost = step + 1, lost + loss.item()
            if step % 100 == 0:
                print(f"step {step} of {steps}", flush=True)
        print(f'round {number + 1} of {ROUNDS}: loss {lost * ROUNDS / steps:.3f}', flush=True)
    encoder.eval()


def batches(sentences, pieces, classes):
    """Every sentence once, in another order and spoilt in other ways each time; those of one length together."""
    said = []
    for sentence in sentences:
        is_misheard = random.random() < MISHEARD
        cut = pieces.of(sentence['misheard' if is_misheard else 'text'])
        if random.random() < SPOILT:
            cut = [cut[0], *(spoilt(piece) for piece in cut[1:-1]), cut[-1]]
        said.append((cut, classes.index(sentence['intent']), sentence['worth'] * (MISHEARD_WORTH if is_misheard else 1)))
    random.shuffle(said)
    found = []
    for start in range(0, len(said), AT_ONCE * 50):
        alike = sorted(said[start:start + AT_ONCE * 50], key=lambda each: len(each[0]))
        found += [alike[first:first + AT_ONCE] for first in range(0, len(alike), AT_ONCE)]
    random.shuffle(found)
    return map(as_tensors, found)


def spoilt(piece):
    return HIDDEN_PIECE if random.random() < SPOILT_WORDS else piece


def as_tensors(batch):
    longest = max(len(cut) for cut, _, _ in batch)
    said, mask = torch.zeros(len(batch), longest, dtype=torch.long), torch.zeros(len(batch), longest)
    for row, (cut, _, _) in enumerate(batch):
        said[row, :len(cut)] = torch.tensor(cut)
        mask[row, :len(cut)] = 1
    return said, mask, torch.tensor([answer for _, answer, _ in batch]), torch.tensor([worth for _, _, worth in batch])


def pieces_to_keep(pieces, lessons):
    """Pieces of the words taught and of those to know, and the short ones that any other word can be put together from."""
    texts = [text for each in lessons['sentences'] for text in (each['text'], each['misheard'])] + [lessons['words']]
    used = {piece for text in texts for word in WORD.findall(text) for piece in pieces.of_word(word)}
    short = {number for piece, number in pieces.vocabulary.items() if re.fullmatch(r'##[a-z]{1,4}|[a-z0-9]|[^\w\s]', piece, re.ASCII)}
    return sorted(used | short | {UNKNOWN_PIECE, START, END})


if __name__ == '__main__':
    main(*sys.argv[1:])
