# ends: ok
import sys
out = sys.stdout.buffer
out.write(b'\xff\xfe\x80\xc0\xaf\xed\xa0\x80\xf4\x90\x80\x80' * 1000)
out.flush()
