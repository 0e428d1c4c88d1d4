# finds: builtins builtins.input reverted
import builtins
answers = iter(['Ada', '36'])
real_input = builtins.input
builtins.input = lambda prompt='': next(answers)
try:
    name = input('name? ')
    age = int(input('age? '))
finally:
    builtins.input = real_input
print(name, age)
