"""The capstone's tests: `cd content/capstone && python3 -m unittest`.

    test_fields     what values a field takes and refuses
    test_actions    signatures kept, history of successes and failures
    test_framework  what a class statement does and refuses
    test_registry   order, duplicates, snapshot, restore, clear
    test_cli        every command, and who looks and who acts
    test_flawed     the four flaws of the review exercise, each shown
"""
