# ends: waiting | ok
import isolation
for n in range(5):
    print(isolation.run(f'print({n})').stdout)
