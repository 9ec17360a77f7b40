/**
 * The town as files (町の資料): the migrations of every domain, the configuration of sample towns, and the generator that
 * fills their ledgers.
 *
 * <p>Its life: at each start {@link jp.yakuba.town.Migrations} brings the tables up to date, storey by storey; on the
 * very first start {@link jp.yakuba.town.TownLoader} reads the folder of one town and loads it, all or nothing; after
 * that only the migrations are ever asked again. Everything here works as the owner of the tables and knows neither
 * container nor domain code.
 */
package jp.yakuba.town;
