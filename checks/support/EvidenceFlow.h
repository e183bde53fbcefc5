//===- EvidenceFlow.h - What is known of a value at a point -----*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Asks Clang's graph of control flow (clang::CFG) whether a bound of a value
// holds where the value is read. It does when every path that leads there,
// followed backwards, meets a check or an assignment that establishes the bound
// before it meets a change that may break it, or the function's entry. That
// asks more than dominance by one check, and covers checks that differ by path.
//
// Where a bound depends on an earlier one (a step adds one to what was below
// seven) the earlier one is asked in turn. A question that comes back to itself
// around a loop is taken as answered: each step is earlier in the execution, so
// that is an induction over it.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_EVIDENCEFLOW_H
#define WARRANT_CHECKS_SUPPORT_EVIDENCEFLOW_H

#include "EvidenceGoals.h"
#include "EvidenceUses.h"
#include "clang/Analysis/AnalysisDeclContext.h"
#include "clang/Analysis/CFG.h"
#include "llvm/ADT/SmallPtrSet.h"
#include <memory>
#include <optional>

namespace warrant {

/// At most, or at least, `Symbol + Limit`. A symbol is a variable, or the
/// member of the prover's holder, that never changes and is not negative; null
/// stands for zero, and FunctionFlow::largest() for what 64 bits hold at most.
struct Bound {
  bool Upper = true;
  int64_t Limit = 0;
  const clang::ValueDecl *Symbol = nullptr;
};

/// The value of the integer constant \p E; absence where it is none, or too
/// large.
std::optional<int64_t> constantOf(const clang::Expr *E,
                                  const clang::ASTContext &AST);
/// The bound within which \p Amount can be added to (or, without \p Adds,
/// subtracted from) a \p T without leaving the type; absence where it can't be
/// said.
std::optional<Bound> roomFor(clang::QualType T, bool Adds, int64_t Amount,
                             const clang::ASTContext &AST);
/// The smallest and the largest value of \p T, where they can be said.
std::optional<int64_t> smallestOf(clang::QualType T,
                                  const clang::ASTContext &AST);
std::optional<int64_t> largestOf(clang::QualType T,
                                 const clang::ASTContext &AST);

/// `checked at lines 4 and 7`: the surest kind of reason, and all its lines.
std::string describeReasons(llvm::ArrayRef<Reason> Reasons,
                            const clang::SourceManager &SM);

/// \p S as `__builtin_assume(...)` or `__assume(...)`, or null.
const clang::CallExpr *asAssumption(const clang::Stmt *S);

/// An element of a block that may say something of a variable: a declaration or
/// a change of it, or, of any variable (null), an assumption or the making of a
/// temporary that may be absent.
struct FlowEvent {
  unsigned Index;
  const clang::VarDecl *About;
};

/// A function's control flow with the places of what bounds depend on.
class FunctionFlow {
public:
  /// Null when \p F has no body, depends on template parameters, or Clang can't
  /// build its graph.
  static std::unique_ptr<FunctionFlow> create(const clang::FunctionDecl &F);

  const clang::CFG &graph() const { return *Graph; }
  const clang::ASTContext &context() const { return AST; }
  const LocalUses &uses() const { return Uses; }
  /// The symbol of the largest unsigned value of 64 bits, which no limit can
  /// be: the function, since it is none of its own variables.
  const clang::ValueDecl *largest() const {
    return clang::cast<clang::FunctionDecl>(Analysis.getDecl());
  }
  /// Where the read or step \p S is evaluated; absence when it never is, or in
  /// more than one place.
  std::optional<FlowPoint> pointOf(const clang::Stmt *S) const;
  /// The events of \p Block, in the order of its elements.
  llvm::ArrayRef<FlowEvent> eventsOf(const clang::CFGBlock &Block) const {
    return Events[Block.getBlockID()];
  }
  /// Whether the condition at the end of \p Block names \p V. What does not
  /// name a variable bounds none.
  bool isAbout(const clang::CFGBlock &Block, const clang::VarDecl *V) const {
    return Conditions.contains({&Block, V});
  }

  /// What provers have found so far.
  DecidedGoals &decided() const { return Decided; }

private:
  explicit FunctionFlow(const clang::FunctionDecl &F);
  void index(const clang::CFGBlock &Block,
             const llvm::SmallPtrSetImpl<const clang::Stmt *> &Temporaries);
  void indexCondition(const clang::CFGBlock &Block, const clang::Stmt *Part);

  clang::AnalysisDeclContext Analysis;
  const clang::ASTContext &AST;
  const clang::CFG *Graph = nullptr;
  LocalUses Uses;
  llvm::DenseMap<const clang::Stmt *, FlowPoint> Points;
  std::vector<llvm::SmallVector<FlowEvent, 2>> Events; ///< by block
  llvm::DenseSet<std::pair<const clang::CFGBlock *, const clang::VarDecl *>>
      Conditions;
  mutable DecidedGoals Decided;
};

/// An array, or an object as one of a single element, that pointers point
/// into. The value of a pointer is then the index of what it points to.
struct PointerBase {
  const clang::Expr *Object;
  clang::QualType Element;
  int64_t Extent;
};

/// Answers one question; made anew for each.
class BoundProver {
public:
  /// \p Holder names, or points to, what symbols are members of. Pointers are
  /// followed where they point into \p Base.
  explicit BoundProver(const FunctionFlow &Flow,
                       const clang::VarDecl *Holder = nullptr,
                       const PointerBase *Base = nullptr)
      : Flow(Flow), AST(Flow.context()), Uses(Flow.uses()), Holder(Holder),
        Base(Base) {}

  /// Whether the value of \p E, where it is evaluated, keeps to \p B.
  bool value(const clang::Expr *E, Bound B);
  /// The same of `L + R`, one of which points into the base.
  bool sum(const clang::Expr *L, const clang::Expr *R, Bound B);
  /// What established it, in the order in which it was found.
  llvm::ArrayRef<Reason> reasons() const { return Reasons; }

private:
  struct Goal {
    const clang::VarDecl *V;
    Bound B;
  };
  struct Assumption {
    Goal G;
    FlowPoint At;
  };
  /// A variable in a comparison: the comparand is its value there plus Offset.
  struct Comparand {
    const clang::DeclRefExpr *Ref = nullptr;
    const clang::CastExpr *Read = nullptr;      ///< null where it is a step
    const clang::UnaryOperator *Step = nullptr; ///< `i--`, `++i`, or null
    int64_t Offset = 0;
    /// Bits of the signed type that became unsigned, or 0.
    unsigned WrappedBits = 0;
    /// Within which the variable has to be for Offset to be added in its type.
    std::optional<Bound> Room;
  };
  /// Of an element on the way back; Impossible: no execution comes this way.
  enum class Effect : uint8_t { None, Establishes, Breaks, Impossible };

  // Values (EvidenceValues.cpp).
  bool isBelowLargest(const clang::Expr *E, int64_t Limit) const;
  bool valueByForm(const clang::Expr *E, Bound B);
  bool valueOfCast(const clang::CastExpr &E, Bound B);
  bool valueOfConversion(const clang::CastExpr &E, Bound B);
  bool valueOfRead(const clang::CastExpr &Read, Bound B);
  bool valueOfUnary(const clang::UnaryOperator &E, Bound B);
  bool valueOfBinary(const clang::BinaryOperator &E, Bound B);
  bool valueOfCall(const clang::CallExpr &E, Bound B);
  bool valueOfArgument(const clang::Expr *E, const clang::CallExpr &Call,
                       Bound B);

  // Pointers (EvidencePositions.cpp).
  bool isFollowed(clang::QualType T) const;
  std::optional<int64_t> indexOf(const clang::Expr *Pointer) const;
  std::optional<int64_t> indexOfVariable(const clang::Expr *E) const;
  std::optional<int64_t> indexOfSum(const clang::BinaryOperator &E) const;
  std::optional<int64_t> indexOfOperand(const clang::Expr *E) const;
  std::optional<int64_t> indexOfObject(const clang::Expr *Pointer) const;
  bool valueOfPointer(const clang::Expr *E, Bound B);
  bool valueOfMove(const clang::CompoundAssignOperator &E, Bound B);

  // Arithmetic (EvidenceArithmetic.cpp).
  bool valueOfArithmetic(const clang::BinaryOperator &E, Bound B);
  bool valueOfPair(const clang::Expr *L, const clang::Expr *R,
                   clang::QualType T, Bound B);
  bool valueOfMinus(const clang::BinaryOperator &E, Bound B);
  bool valueOfSum(const clang::Expr *Operand, int64_t Amount, clang::QualType T,
                  Bound B);
  bool valueOfRest(int64_t From, const clang::Expr *Operand, clang::QualType T,
                   Bound B);
  bool valueOfProduct(const clang::BinaryOperator &E, Bound B);
  bool valueOfMultiple(const clang::Expr *Operand, int64_t Factor,
                       clang::QualType T, Bound B);
  bool valueOfQuotient(const clang::Expr *Operand, int64_t Divisor, Bound B);
  bool valueOfRemainder(const clang::Expr *L, const clang::Expr *R, Bound B);
  bool valueOfBits(const clang::BinaryOperator &E, Bound B);
  bool isNotNegative(const clang::Expr *E) { return value(E, {false, 0}); }
  std::optional<int64_t> smallestUpper(const clang::Expr *E, int64_t Most);
  bool byType(clang::QualType T, Bound B) const;
  bool cannotOverflow(clang::QualType T) const;

  // Conditions (EvidenceConditions.cpp).
  bool implied(const clang::Expr *Condition, bool Truth, const Goal &G);
  bool impliedByLogical(const clang::BinaryOperator &E, bool Truth,
                        const Goal &G);
  bool impliedByBits(const clang::BinaryOperator &E, bool Truth, const Goal &G);
  bool impliedByComparison(clang::BinaryOperatorKind Opcode,
                           const clang::Expr *L, const clang::Expr *R,
                           const Goal &G);
  bool impliedByZero(const clang::Expr *E, bool Truth, const Goal &G);
  bool otherSide(const clang::Expr *E, Bound B);
  std::optional<int64_t> constantSide(const clang::Expr *E) const;
  bool compare(const Comparand &V, clang::BinaryOperatorKind Opcode,
               const clang::Expr *Other, const Goal &G);
  bool compareUpper(const Comparand &V, clang::BinaryOperatorKind Opcode,
                    const clang::Expr *Other, const Goal &G);
  bool compareLower(const Comparand &V, clang::BinaryOperatorKind Opcode,
                    const clang::Expr *Other, const Goal &G);
  bool hasRoom(const Comparand &V, const Goal &G);
  bool beforeStep(const Comparand &V, const Goal &G);
  bool beforeExclusion(const Comparand &V, Goal G);
  bool isPositive(const Comparand &V, clang::BinaryOperatorKind Opcode,
                  const clang::Expr *Other);
  std::optional<Comparand> comparand(const clang::Expr *E,
                                     const clang::VarDecl *V) const;
  std::optional<Comparand> comparandOfSum(const clang::BinaryOperator &E,
                                          const clang::VarDecl *V) const;
  std::optional<Comparand> comparandOfCast(const clang::CastExpr &E,
                                           const clang::VarDecl *V) const;

  // Paths (EvidencePaths.cpp).
  bool variable(const Goal &G, FlowPoint At);
  bool isAssumed(const Goal &G, FlowPoint At);
  bool takeProof(const GoalKey &Key, int64_t Limit);
  bool search(const GoalKey &Key, const Goal &G, FlowPoint At);
  bool keepProof(const GoalKey &Key, ProvenGoal Proof, size_t Known,
                 bool Leans);
  bool keepFailure(const GoalKey &Key, int64_t Limit, size_t Known);
  bool everyPath(const Goal &G, FlowPoint At);
  Effect effectOf(const clang::CFGElement &E, FlowPoint At, const Goal &G);
  Effect effectAbove(FlowPoint From,
                     const llvm::SmallPtrSetImpl<const clang::Stmt *> &Absent,
                     const Goal &G);
  Effect effectOfInit(const Goal &G);
  Effect effectOfWrite(const clang::Stmt &S, const VariableWrite &W,
                       FlowPoint At, const Goal &G);
  bool stepKeeps(const VariableWrite &W, int64_t Amount, FlowPoint At,
                 const Goal &G);
  bool reductionKeeps(const clang::Stmt &S, FlowPoint At, const Goal &G);
  bool establishes(const clang::CFGBlock &From, const clang::CFGBlock &To,
                   const Goal &G);
  bool establishedByCase(const clang::CFGBlock &From, const clang::CFGBlock &To,
                         const Goal &G);
  bool because(Reason::How Kind, clang::SourceLocation Where);

  const FunctionFlow &Flow;
  const clang::ASTContext &AST;
  const LocalUses &Uses;
  const clang::VarDecl *Holder;
  const PointerBase *Base;
  llvm::SmallVector<Reason, 4> Reasons;
  llvm::SmallVector<Assumption, 8> Assumed;
  unsigned BlocksWalked = 0;
  /// How deep questions nested, and the outermost that was taken as answered,
  /// since the question that is asked began.
  size_t Deepest = 0, Outermost = SIZE_MAX;
};

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_EVIDENCEFLOW_H
