package jp.yakuba.organization.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.yakuba.organization.model.Chart;
import jp.yakuba.organization.model.Post;
import jp.yakuba.organization.model.PostSuccession;
import jp.yakuba.organization.model.Section;
import jp.yakuba.organization.model.Succession;
import org.hibernate.exception.ConstraintViolationException;

/** Where reorganisations are kept up; what is planned for a day is written as a whole. */
@ApplicationScoped
public class ReorganisationStore {
    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    /** Lets one change of the chart come after the other. */
    public void lock() {
        entities.createNativeQuery("SELECT pg_advisory_xact_lock(hashtext('org_succession'))", Object.class).getSingleResult();
    }

    /** The chart as this deed sees it. */
    public Chart chart() {
        return OrganizationStore.chart(entities);
    }

    /** What was written down for every day. */
    public List<Succession> list() {
        return entities.createQuery("select s from Succession s order by s.day desc, s.place", Succession.class).getResultList();
    }

    public Optional<Section> findSection(String code) {
        return Optional.ofNullable(entities.find(Section.class, code));
    }

    public Optional<Post> findPost(String code) {
        return Optional.ofNullable(entities.find(Post.class, code));
    }

    /** Forgets what was to follow what on the day; sections and posts that were to end go on. */
    public void forget(LocalDate day) {
        for (var step : entities.createQuery("select s from Succession s where s.day = :day", Succession.class)
                .setParameter("day", day).getResultList()) {
            findSection(step.step().from()).ifPresent(section -> section.holdUntil(null));
            entities.remove(step);
        }
        for (var step : entities.createQuery("select s from PostSuccession s where s.day = :day", PostSuccession.class)
                .setParameter("day", day).getResultList()) {
            findPost(step.step().from()).ifPresent(post -> post.holdUntil(null));
            entities.remove(step);
        }
        entities.flush();
    }

    public void add(Object entity) {
        entities.persist(entity);
    }

    /** Takes sections and posts out that were to open; false if something else is planned with one of them already. */
    public boolean remove(Set<String> posts, Set<String> sections) {
        try {
            posts.stream().flatMap(code -> findPost(code).stream()).forEach(entities::remove);
            entities.flush();
            sections.stream().flatMap(code -> findSection(code).stream()).forEach(entities::remove);
            entities.flush();
            return true;
        } catch (ConstraintViolationException used) {
            return false;
        }
    }

    /** Writes what is pending, so that a constraint speaks inside the deed. */
    public void write() {
        entities.flush();
    }
}
