# ends: error ImportError
import importlib, sys
for n in range(3):
    with open(f'circle_{n}.py', 'w') as file:
        file.write(f'import circle_{(n + 1) % 3} as other\nfrom circle_{(n + 1) % 3} import value\nvalue = 1\n')
import circle_0
