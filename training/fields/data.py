"""Reads the shards of field-documents; Documents/ShardWriter.cs documents the format."""

import struct
from dataclasses import dataclass

import numpy
import torch

TAGS = 28
STATES = 9
KINDS = 8
GRAM_ROWS = 6144


@dataclass(frozen=True)
class Widths:
    """Sizes of one token's arrays, from a shard's header."""

    version: int
    grams: int
    numbers: int
    places: int


@dataclass(frozen=True)
class Document:
    """One page: arrays of its tokens, and its labels."""

    tags: numpy.ndarray
    grams: numpy.ndarray
    numbers: numpy.ndarray
    places: numpy.ndarray
    state: int
    kind: int
    two: int


def read(path):
    """Widths and documents of a shard."""
    data = memoryview(open(path, "rb").read())
    widths = Widths(*struct.unpack_from("<4i", data, 0))
    offset, documents = 16, []
    while offset < len(data):
        count, state, kind, two = struct.unpack_from("<4i", data, offset)
        offset += 16
        arrays = []
        for dtype, width in (("i1", 1), ("<i2", widths.grams), ("<f2", widths.numbers), ("<f4", widths.places)):
            array = numpy.frombuffer(data, dtype, count * width, offset).reshape(count, width)
            offset += array.nbytes
            arrays.append(array)
        documents.append(Document(arrays[0][:, 0], *arrays[1:], state, kind, two))
    return widths, documents


def collate(documents):
    """Pads documents to one batch: tensors of [documents, tokens, width] and a mask of real tokens."""
    size, longest = len(documents), max(len(d.tags) for d in documents)
    first = documents[0]
    tags = numpy.full((size, longest), -100, numpy.int64)
    grams = numpy.zeros((size, longest, first.grams.shape[1]), numpy.int64)
    numbers = numpy.zeros((size, longest, first.numbers.shape[1]), numpy.float32)
    places = numpy.full((size, longest, first.places.shape[1]), -9, numpy.float32)
    mask = numpy.zeros((size, longest), bool)
    for i, document in enumerate(documents):
        count = len(document.tags)
        tags[i, :count] = document.tags
        grams[i, :count] = document.grams
        numbers[i, :count] = document.numbers
        places[i, :count] = document.places
        mask[i, :count] = True
    labels = numpy.array([(d.state, d.kind, d.two) for d in documents], numpy.int64)
    return tuple(torch.from_numpy(a) for a in (tags, grams, numbers, places, mask, labels))


def batches(documents, size, generator):
    """Batches of pages of similar length, in random order."""
    order = generator.permutation(len(documents))
    for start in range(0, len(order), size * 16):
        group = sorted(order[start : start + size * 16], key=lambda i: len(documents[i].tags))
        chunks = [group[i : i + size] for i in range(0, len(group), size)]
        generator.shuffle(chunks)
        for chunk in chunks:
            yield collate([documents[i] for i in chunk])
