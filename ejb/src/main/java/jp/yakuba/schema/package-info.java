/**
 * The moment before the office opens (開庁前): tables are brought up to date before anybody looks at them.
 *
 * <p>A shell, not a domain: it knows the migrations of {@code jp.yakuba.town} and Hibernate's door for integrators, and
 * no desk. Hibernate calls {@link jp.yakuba.schema.SchemaBuilder} while it opens the persistence unit, before it
 * validates the entities against the tables; if a migration fails, the application does not deploy.
 */
package jp.yakuba.schema;
