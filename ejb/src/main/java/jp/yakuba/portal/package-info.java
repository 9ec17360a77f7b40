/**
 * The portal (ポータル): guides by question that end in the procedures a household needs, and the pages that lead there.
 */
@Domain(japanese = "ポータル", storey = Domain.Storey.SQUARE, uses = {"application", "organization"})
package jp.yakuba.portal;

import jp.yakuba.house.Domain;
