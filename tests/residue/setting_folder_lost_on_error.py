# finds: setting os.cwd left
import os

def read_from(folder, name):
    before = os.getcwd()
    os.chdir(folder)
    with open(name) as source:
        text = source.read()
    os.chdir(before)
    return text

text = read_from("/tmp", "no_such_file_anywhere.txt")
