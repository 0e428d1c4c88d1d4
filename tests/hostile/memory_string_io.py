# ends: memory | error MemoryError
import io
out = io.StringIO()
while True:
    out.write('x' * 10**7)
