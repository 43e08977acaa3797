// What happens between the start of the program and Swift's own beginning. Nothing here is called by name.
#pragma once
