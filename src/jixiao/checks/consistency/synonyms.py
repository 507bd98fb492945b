"""Pairs of names for one thing that a report should not mix; the name in use today comes first."""

from __future__ import annotations

from typing import NamedTuple


class Synonyms(NamedTuple):
    """The name that is in use, the one that it took the place of, and where that was settled."""

    current: str
    former: str
    basis: str = ""
    #: words before the current name that make it the name of something else
    apart: tuple[str, ...] = ()


#: each pair is one thing under two names; abbreviations and things alike are not among them
SYNONYMS = (
    Synonyms(
        "经营主体",
        "市场主体",
        "2022年以后中央文件统称“经营主体”",
        ("农业", "林业", "生产", "新型", "种植", "养殖", "粮食", "适度规模"),
    ),
    Synonyms("新型冠状病毒感染", "新型冠状病毒肺炎", "2022年12月更名"),
    Synonyms("新冠病毒感染", "新冠肺炎", "2022年12月更名"),
    Synonyms("退役军人", "退伍军人", "《退役军人保障法》"),
    Synonyms("特困人员", "五保户", "国务院《社会救助暂行办法》"),
    Synonyms("特困人员", "五保对象", "国务院《社会救助暂行办法》"),
    Synonyms("就业困难人员", "就困人员", "《就业促进法》"),
    Synonyms("农产品质量安全", "农产品安全质量", "《农产品质量安全法》"),
    Synonyms("无害化处理", "无公害处理", "《畜牧法》《动物防疫法》"),
    Synonyms("危险化学品", "危化物品", "《危险化学品安全管理条例》"),
    Synonyms("被征地农民", "失地农民", "《土地管理法》"),
    Synonyms("社区矫正对象", "社区服刑人员", "《社区矫正法》"),
    Synonyms("强制隔离戒毒", "强制戒毒", "《禁毒法》"),
    Synonyms("社会服务机构", "民办非企业单位", "《慈善法》"),
    Synonyms("精神障碍患者", "精神病人", "《精神卫生法》"),
    Synonyms("严重精神障碍", "重性精神病", "《精神卫生法》"),
    Synonyms("消防救援大队", "消防大队", "2018年机构改革"),
    Synonyms("消防救援支队", "消防支队", "2018年机构改革"),
    Synonyms("高标准农田", "高标准基本农田", "《高标准农田建设 通则》"),
    Synonyms("农村饮水安全", "农村安全饮水"),
    Synonyms("一般公共预算", "公共财政预算", "《预算法》"),
    Synonyms("财政拨款收入", "财政补助收入", "《政府会计制度》"),
    Synonyms("结转结余", "结余结转", "部门预算、决算报表的用语"),
    Synonyms("城乡居民基本医疗保险", "新型农村合作医疗", "2016年两项制度整合"),
    Synonyms("城乡居民医保", "新农合", "2016年两项制度整合"),
    Synonyms("易地扶贫搬迁", "异地扶贫搬迁"),
    Synonyms("政务服务中心", "行政服务中心"),
    Synonyms("政务服务中心", "行政审批服务中心"),
    Synonyms("辅警", "协警", "国务院办公厅关于规范警务辅助人员管理的规定"),
    Synonyms("生态环境保护督察", "环境保护督察"),
    Synonyms("应急管理局", "安监局", "2018年机构改革"),
    Synonyms("生态环境局", "环保局", "2018年机构改革"),
    Synonyms("自然资源局", "国土资源局", "2018年机构改革"),
    Synonyms("农业农村局", "农业局", "2018年机构改革"),
    Synonyms("卫生健康局", "卫计局", "2018年机构改革"),
)
