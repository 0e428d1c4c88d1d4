# ends: ok
print(''.join(map(chr, range(32))), '\x7f', ''.join(map(chr, range(128, 160))))
''.join(map(chr, range(160)))
