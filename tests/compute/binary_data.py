"""Packs and reads bytes: struct, base64, checksums by hand, runs of equal bytes, and Huffman's codes."""

import base64
import heapq
import struct
from collections import Counter


def checksum(data):
    low, high = 1, 0
    for byte in data:
        low = (low + byte) % 65521
        high = (high + low) % 65521
    return high << 16 | low


def runs(data):
    result = bytearray()
    index = 0
    while index < len(data):
        end = index
        while end < len(data) and data[end] == data[index] and end - index < 255:
            end += 1
        result += bytes((end - index, data[index]))
        index = end
    return bytes(result)


def unfolded(data):
    return b"".join(data[index + 1 : index + 2] * data[index] for index in range(0, len(data), 2))


def huffman(data):
    heap = [(count, (byte,)) for byte, count in Counter(data).items()]
    heapq.heapify(heap)
    codes = dict.fromkeys(data, "")
    while len(heap) > 1:
        one, two = heapq.heappop(heap), heapq.heappop(heap)
        for mark, (_, symbols) in zip("01", (one, two)):
            for byte in symbols:
                codes[byte] = mark + codes[byte]
        heapq.heappush(heap, (one[0] + two[0], one[1] + two[1]))
    return codes


def decoded(bits, codes):
    symbols = {code: byte for byte, code in codes.items()}
    result = bytearray()
    code = ""
    for bit in bits:
        code += bit
        if code in symbols:
            result.append(symbols[code])
            code = ""
    return bytes(result)


def work():
    record = struct.Struct("<IhBd4s")
    data = b"".join(record.pack(n, -n, n % 200, n / 4, b"ab\0\0") for n in range(3000))
    total = sum(n + small + byte for n, small, byte, _, _ in record.iter_unpack(data))
    folded = runs(data)
    codes = huffman(data)
    bits = "".join(codes[byte] for byte in data)
    if unfolded(folded) != data or decoded(bits, codes) != data or base64.b64decode(base64.b64encode(data)) != data:
        return "wrong"
    view = memoryview(data)[3::7]
    words = int.from_bytes(data[:64], "big") % 9973
    return total, checksum(data), len(folded), len(bits), sum(view), words, len(data.hex(" ").split())
