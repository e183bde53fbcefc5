#define AT(pointer, index) ((pointer)[index])
