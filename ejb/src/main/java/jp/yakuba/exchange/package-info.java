/**
 * Exchange of documents (文書交換): letters travel between offices as signed originals, and each is answered by a signed receipt or refusal.
 *
 * <p>A letter is one container (ASiC-E): its head (鑑), the document, the attachments, and the office's signature over all of them. Who receives
 * it believes nothing of it before it was checked; what does not hold is refused with the one reason that an operator can act on.
 */
@Domain(japanese = "文書交換", storey = Domain.Storey.SQUARE, uses = {"signature"})
package jp.yakuba.exchange;

import jp.yakuba.house.Domain;
