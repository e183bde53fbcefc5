"""Tells the raw-memory operations of a dumped tree, by clang's own words.

It shares nothing with Warrant: it goes by the names of nodes, cast kinds and the
spelling of types. OPERATIONS maps a kind of node to a function that yields the
check and the kind of what is done there. Dependent nodes say nothing; their
instantiations do.
"""

import re

QUALIFIER = re.compile(r"\s*\b(const|volatile|restrict|__restrict)\b\s*$")
EXPLICIT = {
    "CStyleCastExpr",
    "CXXFunctionalCastExpr",
    "CXXStaticCastExpr",
    "CXXReinterpretCastExpr",
    "CXXConstCastExpr",
    "BuiltinBitCastExpr",
}
RANGES = re.compile(r"^(?:const )?std::(?:\w+::)*(?:basic_string|string|span|basic_string_view|string_view|vector)\b")
INTEGERS = re.compile(r"\b(?:int|long|short|char|bool|__int128)$")


def type_of(node):
    kind = node.get("type", {})
    return kind.get("desugaredQualType") or kind.get("qualType", "")


def unqualified(text):
    while QUALIFIER.search(text):
        text = QUALIFIER.sub("", text)
    return text


def declarator(text):
    """What stands in the first parentheses that no template argument holds: `*`
    of the function pointer `void (*)(int)`."""
    depth = 0
    for index, letter in enumerate(text):
        depth += (letter == "<") - (letter == ">")
        if letter == "(" and not depth:
            return unqualified(text[index + 1 :].split(")")[0])
    return ""


def is_member_pointer(text):
    return unqualified(text).endswith("::*") or declarator(text).endswith("::*")


def is_pointer(text):
    text = unqualified(text)
    inner = declarator(text)
    points = text.endswith("*") or inner.startswith("*") or inner.endswith("*")
    return points and not is_member_pointer(text)


def is_function_pointer(text):
    text = unqualified(text)
    return declarator(text).startswith("*") and text.endswith(")")


def is_void_pointer(text):
    text = unqualified(text)
    return text.endswith("*") and unqualified(text[:-1]).split()[-1:] == ["void"]


def is_volatile(text):
    """Whether an object of this type is volatile itself."""
    tail = text[text.rfind("*") + 1 :] if is_pointer(text) else text
    return re.search(r"\bvolatile\b", tail) is not None


def children(node):
    return [child for child in node.get("inner", ()) if child]


def plain(node):
    while node.get("kind") == "ParenExpr":
        node = children(node)[0]
    return node


def is_step_to_container(node):
    """`(char *)p - offsetof(T, m)`, of which a cast makes the T."""
    right, around = children(node)[1], node.get("parent", {})
    while right.get("kind") in ("ImplicitCastExpr", "ParenExpr", "CStyleCastExpr"):
        right = children(right)[0]
    while around.get("kind") == "ParenExpr":
        around = around["parent"]
    return right.get("kind") == "OffsetOfExpr" and around.get("kind") in EXPLICIT


def binary(node):
    left, right = children(node)
    a, b = is_pointer(type_of(left)), is_pointer(type_of(right))
    code = node["opcode"]
    if code == "-" and a and b:
        yield "pointer-arithmetic", "difference"
    elif code in "+-" and a != b and is_pointer(type_of(node)):
        if code == "+" or not is_step_to_container(node):
            yield "pointer-arithmetic", "offset"
    elif code in ("<", ">", "<=", ">=", "<=>") and a and b:
        yield "pointer-arithmetic", "order"
    elif code == "=" and is_volatile(type_of(left)):
        yield "volatile-access", "write"


def compound(node):
    if is_pointer(type_of(node)):
        yield "pointer-arithmetic", "offset"
    if is_volatile(type_of(children(node)[0])):
        yield "volatile-access", "read-modify-write"


def unary(node):
    if node["opcode"] not in ("++", "--"):
        return
    if is_pointer(type_of(node)):
        yield "pointer-arithmetic", "step"
    if is_volatile(type_of(children(node)[0])):
        yield "volatile-access", "read-modify-write"


def subscript(node):
    for side in children(node):
        inner = plain(side)
        if "vector_size" in type_of(inner):
            yield "pointer-arithmetic", "array-index"
        elif is_pointer(type_of(side)):
            decays = inner.get("castKind") == "ArrayToPointerDecay"
            yield "pointer-arithmetic", "array-index" if decays else "subscript"


def callee(node):
    inner = children(node)[0] if children(node) else {}
    while inner.get("kind") in ("ImplicitCastExpr", "ParenExpr"):
        inner = children(inner)[0]
    return inner.get("referencedDecl", {}).get("name") or inner.get("name", "")


def call(node):
    arguments = children(node)[1:]
    if not arguments:
        return
    name, first = callee(node), type_of(arguments[0])
    if name in ("next", "prev", "advance") and is_pointer(first):
        yield "pointer-arithmetic", "advance"
    if name == "operator[]" and re.match(r"(const )?std::unique_ptr<.*\[\]", first):
        yield "pointer-arithmetic", "smart-array"


def member_call(node):
    """A string or a container that is given a pointer and a length."""
    member, *arguments = children(node)
    if member.get("name") not in ("append", "assign", "insert", "replace"):
        return
    holder = type_of(children(member)[0]) if children(member) else ""
    if len(arguments) < 2 or not RANGES.match(holder):
        return
    first, second = (type_of(argument) for argument in arguments[-2:])
    if is_pointer(first) and (is_pointer(second) or INTEGERS.search(second)):
        yield "pointer-arithmetic", "range"


def construct(node):
    arguments = [a for a in children(node) if a["kind"] != "CXXDefaultArgExpr"]
    if len(arguments) < 2 or not RANGES.match(type_of(node)):
        return
    first, second = (type_of(argument) for argument in arguments[:2])
    if is_pointer(first) and (is_pointer(second) or INTEGERS.search(second)):
        yield "pointer-arithmetic", "range"


def without_typeof(text):
    """`const typeof (((struct s *)0)->m) *` without what the macro asked."""
    while (start := text.find("typeof (")) >= 0:
        end, depth = start + len("typeof "), 0
        for end in range(end, len(text)):
            depth += (text[end] == "(") - (text[end] == ")")
            if not depth:
                break
        text = text[:start] + "T" + text[end + 1 :]
    return text


def levels(text):
    """The qualifiers of what is pointed to, the nearest first."""
    text = without_typeof(text)
    parts = text.split("*")[:-1] if "*" in text else [text]
    return [set(re.findall(r"\b(?:const|volatile)\b", part)) for part in reversed(parts)]


def drops(source, target):
    """Whether a qualifier of what is pointed to, at any level, is lost, or one is
    added below a pointer that may be written (`char **` to `const char **`)."""
    had, has = levels(source), levels(target)
    if any(lost - kept for lost, kept in zip(had, has)):
        return True
    return bare(source) == bare(target) and any(
        has[level] - had[level] and not all("const" in each for each in has[:level])
        for level in range(1, min(len(had), len(has)))
    )


def bare(text):
    return " ".join(re.sub(r"\b(const|volatile|restrict)\b", " ", text).split())


def is_null(node):
    node = plain(node)
    return node.get("castKind") == "NullToPointer" and node["kind"] != "ImplicitCastExpr"


def pointer_cast(source, target):
    if is_void_pointer(target) or bare(source) == bare(target):
        return None
    if is_function_pointer(source) or is_function_pointer(target):
        return "function-pointer"
    if is_void_pointer(source):
        return "from-void"
    return "reinterpret"


REINTERPRETS = ("CStyleCastExpr", "CXXReinterpretCastExpr")
# The kind of a cast that changes nothing, as far as the spelling of types tells.
SAME = "same-type"
CAST_KINDS = {
    "LValueBitCast": "reinterpret",
    "IntegralToPointer": "int-to-pointer",
    "PointerToIntegral": "pointer-to-int",
    "BaseToDerived": "downcast",
    "BaseToDerivedMemberPointer": "member-pointer",
    "ReinterpretMemberPointer": "member-pointer",
}


def cast_kinds(node, written):
    """What a cast does; losing a qualifier is an operation of its own."""
    source, target = type_of(children(node)[0]), type_of(node)
    kind = node.get("castKind")
    if is_null(children(node)[0]):
        return
    if kind == "BitCast" and is_pointer(target):
        if what := pointer_cast(source, target):
            yield what
    elif kind == "LValueToRValueBitCast" and is_pointer(target):
        yield "bit-cast"
    elif kind in CAST_KINDS and (written or kind != "BaseToDerived"):
        yield CAST_KINDS[kind]
    elif node["kind"] in REINTERPRETS and kind == "NoOp" and is_pointer(target):
        # A cast to the type that the operand has: a site that is proven.
        kept = not drops(source, target) and not drops(target, source)
        if kept and not is_void_pointer(target):
            yield SAME
    lvalue = node.get("valueCategory") != "prvalue"
    tail = "*" if lvalue else ""
    if kind in ("BitCast", "NoOp", "LValueBitCast", "BaseToDerived"):
        pointer = is_pointer(target) and is_pointer(source) or lvalue
        pointer = pointer and not is_function_pointer(target)
        if written and pointer and drops(source + tail, target + tail):
            yield "cast-away"


def to_volatile(node):
    target = unqualified(type_of(node))
    return target.endswith("*") and is_volatile(target[:-1])


def accessed_at_once(node):
    """Whether the pointer that a cast makes is only dereferenced."""
    parent = node.get("parent", {})
    while parent.get("kind") == "ParenExpr":
        parent = parent["parent"]
    return parent.get("opcode") == "*" and parent["kind"] == "UnaryOperator" or bool(
        parent.get("isArrow")
    )


def explicit_cast(node):
    for kind in cast_kinds(node, True):
        if kind in ("int-to-pointer", "from-void", "reinterpret") and to_volatile(node):
            if accessed_at_once(node):
                continue
            if kind == "int-to-pointer":
                yield "volatile-access", "mmio-address"
                continue
        yield "reinterpret-cast", kind


def is_compared(node):
    """Whether a pointer is converted for `==` only: nothing is made of it."""
    return node.get("parent", {}).get("opcode") in ("==", "!=")


def implicit_cast(node):
    if node.get("castKind") == "LValueToRValue":
        if is_volatile(type_of(children(node)[0])):
            yield "volatile-access", "read"
    elif not node.get("isPartOfExplicitCast") and not is_compared(node):
        for kind in cast_kinds(node, False):
            yield "reinterpret-cast", kind


OPERATIONS = {
    "BinaryOperator": binary,
    "CompoundAssignOperator": compound,
    "UnaryOperator": unary,
    "ArraySubscriptExpr": subscript,
    "CallExpr": call,
    "CXXOperatorCallExpr": call,
    "CXXMemberCallExpr": member_call,
    "CXXConstructExpr": construct,
    "CXXTemporaryObjectExpr": construct,
    "ImplicitCastExpr": implicit_cast,
    **{kind: explicit_cast for kind in EXPLICIT},
}


def operations(node):
    """The (check, kind, rule) of what a node does; where there is a rule, a site
    may answer but need not."""
    find = OPERATIONS.get(node.get("kind"))
    if not find or "<dependent type>" in type_of(node):
        return
    for check, kind in find(node):
        if kind == SAME:
            yield check, "reinterpret", SAME
        else:
            yield check, kind, ""


UNEVALUATED = {
    "UnaryExprOrTypeTraitExpr",
    "CXXNoexceptExpr",
    "RequiresExpr",
    "OffsetOfExpr",
    "CXXTypeidExpr",
    "ConceptSpecializationExpr",
    "ConceptDecl",
    "TypeTraitExpr",
}
CONSTANT = {"ConstantExpr", "StaticAssertDecl", "EnumConstantDecl", "TemplateArgument"}
# A range-for's statements that no one wrote: begin, end, condition, step.
RANGE_STEPS = (2, 3, 4, 5)


def exempt(node):
    """The rule by which nothing below a node is an operation, or None."""
    kind = node.get("kind")
    if kind in UNEVALUATED:
        return "unevaluated"
    if kind in CONSTANT or (kind == "VarDecl" and node.get("constexpr")):
        return "constant-evaluated"
    if kind and kind.endswith("Type"):
        return "in-a-type"
    parent = node.get("parent", {})
    if parent.get("kind") == "CXXForRangeStmt" and node["index"] in RANGE_STEPS:
        return "implicit"
    if node.get("explicitlyDefaulted") or node.get("isImplicit"):
        record = kind in ("CXXRecordDecl", "VarDecl", "ImplicitCastExpr")
        return None if record else "implicit"
    return None


def resumes(node):
    """Whether what is below a node is evaluated wherever the node stands."""
    return node.get("kind") in ("CXXMethodDecl", "FunctionDecl") and not node.get(
        "isImplicit"
    )
