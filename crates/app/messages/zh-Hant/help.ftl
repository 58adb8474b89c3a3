why = 為什麼？
