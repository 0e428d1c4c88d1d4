# ends: ok
import os
os.environ['<b>\u202e`'] = '\x1b[2J' * 1000
os.environ['LONG' * 100_000] = 'x' * 1_000_000
os.environb[b'\xff\xfe'] = b'\x80'
