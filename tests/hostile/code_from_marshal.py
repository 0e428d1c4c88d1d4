# ends: error ValueError | memory
import marshal
for n in range(256):
    try:
        marshal.loads(bytes([n]) + b'\xff\xff\xff\x7f' * 5)
    except (ValueError, EOFError, TypeError, MemoryError, OverflowError, IndexError):
        pass
raise ValueError('none of these is code')
