//===- DeviceUses.cpp - Which addresses an operation uses -----------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "DeviceUses.h"
#include "VolatileUses.h"

using namespace clang;

namespace warrant {
namespace {

using Shape = DeviceUse::Shape;
using Uses = llvm::SmallVector<DeviceUse, 2>;

/// What is done to a place.
struct Direction {
  bool Reads = false;
  bool Writes = false;
};

/// Finds the uses of one operation.
class UseFinder {
public:
  UseFinder(const Operation &Op, const Stmt &S, const Context &C)
      : Op(Op), S(S), C(C) {}
  Uses run();

private:
  void addAccess(const Expr &Lvalue, Direction How);
  void addBitField(const MemberExpr &Member, Direction How);
  void addBlock(std::optional<ConstantAddress> At, uint64_t Size,
                Direction How);
  void addRecord(const Expr &Lvalue, Direction How);
  void addCopy();
  void addCall(const CallExpr &Call);
  void addPlain(const Expr &Lvalue);
  void addPointer(const Expr &Pointer);
  std::optional<uint64_t> writtenValue() const;
  Direction directionOf(const Stmt *Around, const Expr *Lvalue) const;
  uint64_t sizeOf(QualType T) const {
    return T->isIncompleteType() || T->isDependentType()
               ? 0
               : C.AST.getTypeSizeInChars(T).getQuantity();
  }

  const Operation &Op;
  const Stmt &S;
  const Context &C;
  Uses Found;
};

} // namespace

//===----------------------------------------------------------------------===//
// Registers and their bits
//===----------------------------------------------------------------------===//

/// What \p Around, or the statement itself, does to \p Lvalue.
Direction UseFinder::directionOf(const Stmt *Around, const Expr *Lvalue) const {
  if (const auto *B = dyn_cast_or_null<BinaryOperator>(Around);
      B && B->isAssignmentOp() &&
      B->getLHS()->IgnoreParens() == Lvalue->IgnoreParens())
    return {B->isCompoundAssignmentOp(), true};
  if (const auto *U = dyn_cast_or_null<UnaryOperator>(Around);
      U && U->isIncrementDecrementOp())
    return {true, true};
  return {true, false};
}

/// The constant that the statement, an assignment, writes.
std::optional<uint64_t> UseFinder::writtenValue() const {
  const auto *Assign = dyn_cast<BinaryOperator>(&S);
  if (!Assign || Assign->getOpcode() != BO_Assign)
    return std::nullopt;
  std::optional<llvm::APSInt> Value =
      constantValueOf(*Assign->getRHS(), C.AST, C.Function);
  if (!Value)
    return std::nullopt;
  return Value->extOrTrunc(64).getZExtValue();
}

void UseFinder::addAccess(const Expr &Lvalue, Direction How) {
  const auto *Member = dyn_cast<MemberExpr>(Lvalue.IgnoreParens());
  if (Member && Lvalue.getSourceBitField())
    return addBitField(*Member, How);
  DeviceUse Use;
  std::optional<ConstantAddress> At =
      constantAddressOf(Lvalue, C.AST, C.Function);
  Use.Size = sizeOf(Lvalue.getType());
  if (!At || !Use.Size)
    return;
  Use.Where = *At;
  Use.Reads = How.Reads;
  Use.Writes = How.Writes;
  const auto *Assign = dyn_cast<BinaryOperator>(&S);
  if (How.Reads && How.Writes)
    Use.WrittenBack = UINT64_MAX;
  if (const auto *Compound = dyn_cast<CompoundAssignOperator>(&S))
    Use.WrittenBack &= bitsKeptBy(*Compound, C);
  else if (Use.Writes && At->Count == 1 && Assign)
    Use.WrittenBack |= bitsWrittenBack(*Assign->getRHS(), At->First, S, C);
  Use.Value = writtenValue();
  Found.push_back(Use);
}

/// Whether the access to the bit-field \p Field takes the \p Unit bits from
/// \p Begin that its type has. The Arm and AArch64 calling standards say so of
/// volatile ones, unless other members or the struct's end are among them.
/// Elsewhere a compiler may take less.
static bool takesUnit(const FieldDecl &Field, uint64_t Begin, uint64_t Unit,
                      const ASTContext &AST) {
  const RecordDecl &Record = *Field.getParent();
  if (!AST.getTargetInfo().getABI().starts_with("aapcs") ||
      Begin + Unit > AST.getTypeSize(AST.getRecordType(&Record)))
    return false;
  return llvm::none_of(Record.fields(), [&](const FieldDecl *Other) {
    uint64_t At = AST.getFieldOffset(Other);
    if (Other->isBitField())
      return Other->isZeroLengthBitField(AST) && Begin < At &&
             At < Begin + Unit;
    return At < Begin + Unit && Begin < At + AST.getTypeSize(Other->getType());
  });
}

void UseFinder::addBitField(const MemberExpr &Member, Direction How) {
  const auto &Field = *cast<FieldDecl>(Member.getMemberDecl());
  std::optional<ConstantAddress> Base =
      constantAddressOf(Member, C.AST, C.Function);
  uint64_t Size = sizeOf(Field.getType());
  if (!Base || Base->Count > 1 || !Size || Field.isZeroLengthBitField(C.AST))
    return;
  uint64_t Offset = C.AST.getFieldOffset(&Field), Unit = Size * 8;
  DeviceUse Use;
  Use.Is = Shape::Bits;
  Use.Where = {Base->First + Offset / Unit * Size, 0, 1};
  Use.Size = Size;
  Use.Reads = How.Reads;
  Use.Writes = How.Writes;
  Use.Bits = Field.getBitWidthValue(C.AST);
  unsigned Begin = Offset % Unit;
  // In a packed struct one may lie in two units.
  if (Begin + Use.Bits > Unit)
    return;
  Use.LowBit =
      C.AST.getTargetInfo().isBigEndian() ? Unit - Begin - Use.Bits : Begin;
  Use.Value = writtenValue();
  Use.SizeIsSure = takesUnit(Field, Offset / Unit * Unit, Unit, C.AST);
  Found.push_back(Use);
}

//===----------------------------------------------------------------------===//
// Blocks
//===----------------------------------------------------------------------===//

void UseFinder::addBlock(std::optional<ConstantAddress> At, uint64_t Size,
                         Direction How) {
  if (!At || At->Count > 1 || !Size)
    return;
  DeviceUse Use;
  Use.Is = Shape::Block;
  Use.Where = *At;
  Use.Size = Size;
  Use.Reads = How.Reads;
  Use.Writes = How.Writes;
  Found.push_back(Use);
}

void UseFinder::addRecord(const Expr &Lvalue, Direction How) {
  addBlock(constantAddressOf(Lvalue, C.AST, C.Function),
           sizeOf(Lvalue.getType()), How);
}

/// A struct's assignment reads one and writes the other.
void UseFinder::addCopy() {
  const Expr *To = nullptr, *From = Op.Selectors.front();
  if (const auto *B = dyn_cast<BinaryOperator>(&S)) {
    To = B->getLHS();
    From = B->getRHS()->IgnoreParenImpCasts();
  } else if (const auto *Call = dyn_cast<CXXOperatorCallExpr>(&S)) {
    To = Call->getArg(0);
    From = Call->getArg(1)->IgnoreParenImpCasts();
  }
  addRecord(*From, {true, false});
  if (To)
    addRecord(*To, {false, true});
}

/// How the functions that work on blocks use their arguments; -1: there is
/// none.
struct BlockFunction {
  llvm::StringLiteral Name;
  int Written, Read, AlsoRead, Size;
};
static constexpr BlockFunction BlockFunctions[] = {
    {"memcpy", 0, 1, -1, 2},  {"memmove", 0, 1, -1, 2},
    {"mempcpy", 0, 1, -1, 2}, {"memset", 0, -1, -1, 2},
    {"memcmp", -1, 0, 1, 2},  {"memchr", -1, 0, -1, 2},
    {"bcopy", 1, 0, -1, 2},   {"bcmp", -1, 0, 1, 2},
    {"bzero", 0, -1, -1, 1},  {"explicit_bzero", 0, -1, -1, 1},
};

void UseFinder::addCall(const CallExpr &Call) {
  llvm::StringRef Name = blockFunction(Call);
  const auto *F = llvm::find_if(
      BlockFunctions, [&](const BlockFunction &F) { return F.Name == Name; });
  if (F == std::end(BlockFunctions) ||
      Call.getNumArgs() <= static_cast<unsigned>(F->Size))
    return;
  std::optional<llvm::APSInt> Size =
      constantValueOf(*Call.getArg(F->Size), C.AST, C.Function);
  if (!Size)
    return;
  auto Add = [&](int Index, Direction How) {
    if (Index >= 0)
      addBlock(constantTargetOf(*Call.getArg(Index), C.AST, C.Function),
               Size->getLimitedValue(), How);
  };
  Add(F->Read, {true, false});
  Add(F->AlsoRead, {true, false});
  Add(F->Written, {false, true});
}

//===----------------------------------------------------------------------===//
// Without volatile, and without an access
//===----------------------------------------------------------------------===//

/// What is accessed may be a member, or an element, of what the pointer leads
/// to.
void UseFinder::addPlain(const Expr &Lvalue) {
  const Expr *Whole = &Lvalue;
  unsigned N = 0;
  const Stmt *Around = C.parent(N);
  while (isa_and_nonnull<ParenExpr, MemberExpr>(Around)) {
    Whole = cast<Expr>(Around);
    Around = C.parent(++N);
  }
  if (!Whole->isGLValue() || Whole->getType()->isArrayType())
    return;
  Direction How = directionOf(Around, Whole);
  Whole->getType()->isRecordType() ? addRecord(*Whole, How)
                                   : addAccess(*Whole, How);
}

void UseFinder::addPointer(const Expr &Pointer) {
  std::optional<ConstantAddress> At =
      constantTargetOf(Pointer, C.AST, C.Function);
  if (!At || At->Count > 1)
    return;
  DeviceUse Use;
  Use.Is = Shape::Pointer;
  Use.Where = *At;
  Use.Size = 1;
  Found.push_back(Use);
}

Uses UseFinder::run() {
  const auto *Whole = dyn_cast<Expr>(&S);
  if (Op.Selectors.empty())
    return Found;
  const Expr &Selector = *Op.Selectors.front();
  if (Op.Kind == "read")
    addAccess(Selector, {true, false});
  else if (Op.Kind == "write")
    addAccess(Selector, {false, true});
  else if (Op.Kind == "read-modify-write")
    addAccess(Selector, {true, true});
  else if (Op.Kind == "bit-field")
    addAccess(Selector, directionOf(&S, &Selector));
  else if (Op.Kind == "aggregate-copy")
    addCopy();
  else if (const auto *Call = dyn_cast<CallExpr>(&S);
           Call && Op.Kind == "block-copy")
    addCall(*Call);
  else if (Whole && Op.Kind == "non-volatile-mmio")
    addPlain(*Whole);
  else if (Whole && Op.Kind == "mmio-address")
    addPointer(*Whole);
  return std::move(Found);
}

Uses deviceUses(const Operation &Op, const Stmt &S, const Context &C) {
  return UseFinder(Op, S, C).run();
}

} // namespace warrant
