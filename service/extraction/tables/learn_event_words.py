#!/usr/bin/env python3
"""Writes data/event_words.tsv: logistic regression over what `throughline-eval event-words TRAIN OUT` wrote.

usage: learn_event_words.py OUT [--hold-out]
With --hold-out every fifth stretch of 500 words is kept apart, the figures on it are printed and nothing is written.
The same input gives the same bytes.
"""
import collections, math, pathlib, random, sys

TABLE = pathlib.Path(__file__).resolve().parent.parent / 'data/event_words.tsv'
PASSES, RATE, DECAY = 8, .1, 1e-2
HEADER = '''# Weights of the log-odds that a word tells of an event, learned from ECB+ (tables/learn_event_words.py).
# Rows: feature (event_words.cpp) TAB weight.
'''


def learn(rows):
    """Weights by stochastic gradient descent with steps of its own for each weight (Duchi et al. 2011)."""
    weights, squares = collections.defaultdict(float), collections.defaultdict(lambda: 1e-6)
    order, shuffle = list(range(len(rows))), random.Random(1)
    for _ in range(PASSES):
        shuffle.shuffle(order)
        for i in order:
            marked, features = rows[i]
            error = 1 / (1 + math.exp(-max(-30, min(30, sum(weights[f] for f in features))))) - marked
            for feature in features:
                slope = error + DECAY * weights[feature]
                squares[feature] += slope * slope
                weights[feature] -= RATE * slope / math.sqrt(squares[feature])
    return weights


def figures(rows, weights):
    for least in (-1, -.5, 0, .5):
        told = [(marked, sum(weights.get(f, 0) for f in features) >= least) for marked, features in rows]
        right = sum(marked and found for marked, found in told)
        found, marked = sum(found for _, found in told), sum(marked for marked, _ in told)
        print(f'odds from {least}: precision {right / found:.3f} recall {right / marked:.3f} '
              f'F1 {2 * right / (found + marked):.3f}')


def main():
    rows = []
    for line in open(sys.argv[1], encoding='utf-8'):
        marked, *features = line.rstrip('\n').split('\t')
        rows.append((int(marked), ['bias'] + features))
    counts = collections.Counter(f for _, features in rows for f in features)
    rows = [(marked, [f for f in features if counts[f] > 1]) for marked, features in rows]
    if '--hold-out' in sys.argv:
        held = [row for i, row in enumerate(rows) if i // 500 % 5 == 0]
        figures(held, learn([row for i, row in enumerate(rows) if i // 500 % 5]))
        return
    with open(TABLE, 'w', encoding='utf-8') as out:
        out.write(HEADER)
        for feature, weight in sorted(learn(rows).items()):
            if abs(weight) >= .05 or feature == 'bias':
                out.write(f'{feature}\t{weight:.2f}\n')


main()
