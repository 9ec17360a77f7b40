package jp.yakuba.town.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import jp.yakuba.town.TownFolder;
import jp.yakuba.town.generator.AgePyramid.Dealt;

/**
 * Builds households around whoever the deck deals: a child calls for parents, parents perhaps for theirs, an adult lives
 * alone, as a couple, with a sibling or a lodger. The shares are parameters of the town.
 */
final class HouseholdComposer {
    private static final int OF_AGE = 18;
    private static final int MOST_CHILDREN = 4;
    /** Children are dealt a little earlier than by chance, so that none is left when all parents are placed. */
    private static final double CHILDREN_FIRST = 0.3;

    private final AgePyramid deck;
    private final SplittableRandom random;
    private final double alone;
    private final double oldParents;

    HouseholdComposer(AgePyramid deck, TownFolder folder, SplittableRandom random) {
        this.deck = deck;
        this.random = random;
        this.alone = folder.decimal("one_person_households_percent") / 100;
        this.oldParents = folder.decimal("old_parents_percent") / 100;
    }

    /** The members of the next household, the head first. */
    List<Member> next() {
        var child = chance(CHILDREN_FIRST) ? deck.anybody(0, OF_AGE - 1) : null;
        var first = child != null ? child : deck.anybody(0, AgePyramid.OLDEST);
        return livesWithParents(first) ? family(first) : adults(first);
    }

    private boolean livesWithParents(Dealt person) {
        return person.age() < OF_AGE
                || person.age() < 25 && chance(0.5)
                || person.age() < 40 && chance(0.18)
                || person.age() < 60 && chance(0.07);
    }

    private List<Member> adults(Dealt first) {
        var single = first.age() >= 80 || first.age() < 30 ? alone + 0.25 : alone + 0.05;
        if (!chance(single)) {
            var partner = first.male()
                    ? deck.woman(Math.max(OF_AGE, first.age() - 10), first.age() + 3)
                    : deck.man(Math.max(OF_AGE, first.age() - 3), first.age() + 10);
            if (partner != null) {
                return couple(first, partner);
            }
        }
        return withCompanion(new ArrayList<>(List.of(Member.of(Member.HEAD, first))));
    }

    private List<Member> couple(Dealt one, Dealt other) {
        var husband = one.male() ? one : other;
        var wife = one.male() ? other : one;
        if (chance(0.01)) {
            return List.of(Member.of(Member.HEAD, husband), Member.ofOtherLine("妻（未届）", wife));
        }
        var household = new ArrayList<Member>();
        if (chance(0.95)) {
            household.add(Member.of(Member.HEAD, husband));
            household.add(Member.of("妻", wife));
        } else {
            household.add(Member.of(Member.HEAD, wife));
            household.add(Member.of("夫", husband));
        }
        if (chance(oldParents / 2)) {
            addOldParent(household, husband.age(), "");
        }
        return household;
    }

    private List<Member> withCompanion(List<Member> household) {
        var head = household.get(0);
        if (chance(0.03)) {
            var sibling = deck.anybody(Math.max(OF_AGE, head.age() - 12), head.age() + 12);
            if (sibling != null) {
                var elder = sibling.age() > head.age();
                household.add(Member.of(sibling.male() ? elder ? "兄" : "弟" : elder ? "姉" : "妹", sibling));
            }
        } else if (chance(0.012)) {
            addIfDealt(household, chance(0.5) ? "縁故者" : "同居人", deck.anybody(OF_AGE, 70));
        }
        return household;
    }

    private static void addIfDealt(List<Member> household, String relationship, Dealt dealt) {
        if (dealt != null) {
            household.add(Member.ofOtherLine(relationship, dealt));
        }
    }

    private List<Member> family(Dealt child) {
        var mother = chance(0.02) ? null : deck.woman(child.age() + 22, child.age() + 40);
        var father = mother != null && chance(0.12) ? null : deck.man(child.age() + 23, child.age() + 44);
        if (mother == null && father == null) {
            return withGrandparents(child);
        }
        var children = siblingsOf(child, mother == null ? father.age() : mother.age());
        if (father != null && mother != null && chance(oldParents)) {
            var three = threeGenerations(father, mother, children);
            if (three != null) {
                return three;
            }
        }
        var household = new ArrayList<Member>();
        household.add(Member.of(Member.HEAD, father != null ? father : mother));
        if (father != null && mother != null) {
            household.add(Member.of("妻", mother));
        }
        children.forEach(own -> household.add(Member.of("子", own)));
        if (chance(oldParents / 2)) {
            addOldParent(household, household.get(0).age(), mother != null && father != null && chance(0.2) ? "妻の" : "");
        }
        return household;
    }

    /** The grandfather is the head, his child's family follows with chains of の. */
    private List<Member> threeGenerations(Dealt father, Dealt mother, List<Dealt> children) {
        var grandfather = deck.man(father.age() + 22, Math.min(95, father.age() + 38));
        if (grandfather == null) {
            return null;
        }
        var household = new ArrayList<Member>();
        household.add(Member.of(Member.HEAD, grandfather));
        var grandmother = deck.woman(Math.max(father.age() + 20, grandfather.age() - 8), grandfather.age() + 2);
        if (grandmother != null) {
            household.add(Member.of("妻", grandmother));
        }
        household.add(Member.of("子", father));
        household.add(Member.of("子の妻", mother));
        children.forEach(own -> household.add(Member.of("子の子", own)));
        if (chance(0.05)) {
            var eldest = deck.woman(grandfather.age() + 20, grandfather.age() + 32);
            if (eldest != null) {
                household.add(Member.of("母", eldest));
            }
        }
        return household;
    }

    private List<Member> withGrandparents(Dealt child) {
        var grandmother = deck.anybody(Math.max(45, child.age() + 42), child.age() + 70);
        if (grandmother != null) {
            return List.of(Member.of(Member.HEAD, grandmother), Member.of("子の子", child));
        }
        var anyone = deck.anybody(OF_AGE, AgePyramid.OLDEST);
        return anyone == null
                ? List.of(Member.of(Member.HEAD, child))
                : List.of(Member.of(Member.HEAD, anyone), Member.ofOtherLine("縁故者", child));
    }

    private List<Dealt> siblingsOf(Dealt child, int parentAge) {
        var children = new ArrayList<Dealt>();
        children.add(child);
        while (children.size() < MOST_CHILDREN && chance(children.size() == 1 ? 0.55 : 0.22)) {
            var youngest = Math.max(0, Math.max(child.age() - 7, parentAge - 43));
            var sibling = deck.anybody(youngest, Math.min(child.age() + 7, parentAge - 19));
            if (sibling == null) {
                break;
            }
            children.add(sibling);
        }
        children.sort((one, other) -> Integer.compare(other.age(), one.age()));
        return children;
    }

    private void addOldParent(List<Member> household, int age, String chain) {
        var woman = chance(0.7);
        var old = woman ? deck.woman(age + 20, age + 36) : deck.man(age + 22, age + 38);
        if (old != null) {
            household.add(new Member(chain + (woman ? "母" : "父"), old.male(), old.age(), chain.isEmpty() ? 0 : 1));
        }
    }

    private boolean chance(double probability) {
        return random.nextDouble() < probability;
    }
}
