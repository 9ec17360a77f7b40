package jp.yakuba.bench;

import java.util.List;
import java.util.Random;

/**
 * Documents of an office that nobody wrote, the same ones in each run: letters with the words that such letters share, and the names,
 * places, numbers and works of which each has its own. Frequent words are as frequent as in the letters of a town, rare ones rarer.
 */
final class Corpus {
    private static final List<String> MATTERS = List.of(
            "除雪", "道路補修", "水道", "下水道", "国民健康保険", "介護保険", "児童手当", "保育所", "学校給食", "住民票", "印鑑登録", "固定資産税", "町民税", "公営住宅",
            "農地転用", "森林整備", "有害鳥獣", "防災訓練", "避難所", "消防団", "選挙人名簿", "統計調査", "文化財", "図書館", "体育施設", "公園", "墓地", "ごみ処理",
            "予防接種", "健康診査", "障害福祉", "生活保護", "商店街振興", "観光", "企業誘致", "情報公開", "個人情報保護", "電子申請", "契約", "入札", "予算", "決算", "補助金",
            "交付税", "起債", "職員研修", "人事異動", "庁舎管理", "公用車", "広報", "町内会", "交通安全", "河川", "橋りょう", "都市計画", "用地買収", "地籍調査", "土地改良",
            "家畜防疫", "畑地かんがい", "新規就農", "雇用対策", "消費生活", "国際交流", "男女共同参画", "空き家", "移住定住", "地域公共交通", "再生可能エネルギー", "温暖化対策");
    private static final List<String> DEEDS = List.of(
            "照会", "回答", "通知", "依頼", "報告", "申請", "届出", "協議", "承認", "許可", "交付", "変更", "廃止", "更新", "調査", "検査", "点検", "打合せ", "説明会", "審査");
    private static final List<String> THINGS = List.of(
            "実施計画", "要綱", "様式", "見積書", "契約書", "図面", "名簿", "台帳", "議事録", "報告書", "実績", "日程", "委託料", "工事費", "負担金", "使用料", "手数料", "備品",
            "対象者", "受益者", "所有者", "相続人", "代理人", "担当者", "委員", "会場", "期限", "理由", "内容", "経過", "結果", "効果", "課題", "方針", "基準", "根拠法令");
    private static final List<String> BODIES = List.of(
            "北海道十勝総合振興局", "帯広市", "音更町", "幕別町", "清水町", "農業協同組合", "土地改良区", "社会福祉協議会", "商工会", "森林組合", "町内会連合会", "消防署", "警察署",
            "開発建設部", "法務局", "税務署", "年金事務所", "公共職業安定所", "保健所", "教育委員会", "議会事務局", "農業委員会", "監査委員", "国土交通省", "総務省", "厚生労働省");
    private static final List<String> PLACES = List.of(
            "東一条", "西二条", "南三条", "北四条", "本通", "栄町", "緑町", "弥生", "高岩", "報国", "新生", "美生", "上美生", "渋山", "雄馬別", "坂の上", "河北", "祥栄", "伏古", "中伏古");
    private static final List<String> SAYINGS = List.of(
            "このことについて、次のとおり{d}します。", "{b}から{m}の{t}について{d}がありました。", "{f}{g}さんの{t}を確認しました。", "{w}川の{w}橋から{n}メートルの区間です。",
            "{p}{n}番地の{m}は、{k}月までに終える見込みです。", "期限は{k}月{e}日です。", "第{n}号に基づき、{b}と{d}のうえ進めます。", "{w}地区を{n}か所で{d}しました。",
            "なお、不足があるときは、{f}まで連絡してください。", "{m}と合わせることで、負担を減らします。", "{w}と呼ばれる場所の{t}が古くなっています。", "費用は{n}万円です。",
            "{f}{g}氏を{w}委員に推薦します。", "昨年度は{n}件ありました。", "{w}団地に住む{f}{g}さんから申し出がありました。", "{b}の{d}を受け、{w}線の予定を改めます。",
            "{f}{g}商店が{w}祭に出ます。", "{w}沼と{w}峠のあいだに道がありません。", "{f}{g}・{f}{g}の両名が立ち会いました。", "株式会社{w}{w}が{n}円で落としました。");
    private static final String FAMILY = "佐藤鈴木高橋田中伊渡辺山本村小林加吉松井斎清水崎池阿部森橋石前藤岡後長近坂遠青福西太三中原野川島内上金谷宮大竹";
    private static final String GIVEN = "一二三郎子美恵和幸正明義雄夫男弘博茂勝実進誠豊清文久健太翔大輔香織里奈真由紀陽菜結衣蓮悠斗凛葵桜楓律湊朝光花咲歩";
    private static final String RARE = "鶴亀鷹鷲鮭鱒鹿熊狐狸栗楢柏桂槐榎樫椿梓楡蕗蓬薊萩葦苔霧霞霜雹雫雷虹嵐渚汀淵瀬瀧沼湧巌砂礫峠嶺麓畔畝鍬鋤鎌斧鉈糸絹麻藍茜紺翠瑠璃琥珀瑪瑙錫鉛銅鐘鈴琴笛鼓舞扇傘簾障襖畳甕壺瓶皿椀箸匙";

    private final long seed;

    Corpus(long seed) {
        this.seed = seed;
    }

    /** The document with the number. */
    Paper paper(int number) {
        var chance = new Random((number ^ seed) * 0x9E3779B97F4A7C15L);
        var title = filled("{m}の{t}について（{d}）", chance);
        var text = new StringBuilder();
        for (int sentence = 10 + chance.nextInt(9); sentence > 0; sentence--) {
            text.append(filled(one(SAYINGS, chance), chance));
        }
        return new Paper(number, title, filled("{b}", chance), text.toString());
    }

    private static String filled(String saying, Random chance) {
        var text = new StringBuilder();
        for (int at = 0; at < saying.length(); at++) {
            if (saying.charAt(at) == '{') {
                text.append(word(saying.charAt(at + 1), chance));
                at += 2;
            } else {
                text.append(saying.charAt(at));
            }
        }
        return text.toString();
    }

    private static String word(char kind, Random chance) {
        return switch (kind) {
            case 'm' -> one(MATTERS, chance);
            case 'd' -> one(DEEDS, chance);
            case 't' -> one(THINGS, chance);
            case 'b' -> one(BODIES, chance);
            case 'p' -> one(PLACES, chance);
            case 'f' -> signs(FAMILY, chance);
            case 'g' -> signs(GIVEN, chance);
            case 'w' -> signs(RARE, chance);
            case 'k' -> Integer.toString(1 + chance.nextInt(12));
            case 'e' -> Integer.toString(1 + chance.nextInt(28));
            default -> Integer.toString(1 + chance.nextInt(1 + chance.nextInt(999)));
        };
    }

    /** Words at the beginning of a list are more frequent than those at its end. */
    private static String one(List<String> words, Random chance) {
        double share = chance.nextDouble();
        return words.get((int) (share * Math.sqrt(share) * words.size()));
    }

    private static String signs(String all, Random chance) {
        return "" + all.charAt(chance.nextInt(all.length())) + all.charAt(chance.nextInt(all.length()));
    }
}
