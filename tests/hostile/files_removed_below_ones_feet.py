# ends: error FileNotFoundError
import os
os.mkdir('here')
os.chdir('here')
os.rmdir('../here')
print(os.listdir('.'), os.getcwd())
