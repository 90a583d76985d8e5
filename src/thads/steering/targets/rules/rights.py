"""Who may set targets: heads for what is below them, the centre for provinces (statistics.md 6.1)."""

from thads.foundation.access.rules.rights import register_verbs
from thads.foundation.access.rules.viewer import Role
from thads.kernel.sentences import register_sentences

SETTERS = frozenset({Role.AGENCY_HEAD, Role.CENTRAL_HEAD, Role.CENTRAL_OFFICER, Role.ADMINISTRATOR})

register_verbs(
    dict.fromkeys(("targets.set_target", "targets.form_cluster", "targets.open_campaign"), SETTERS)
)

register_sentences(
    {
        "targets.not_a_percentage": "Chỉ tiêu {value} % không hợp lệ; cần một số trên 0 và không quá 100.",
        "targets.no_decision": "Chỉ tiêu phải có số quyết định giao và ngày quyết định.",
        "targets.later_exists": "Đã có chỉ tiêu giao từ ngày {since} cho {agency}; "
        "không thể điều chỉnh lùi trước ngày đó.",
        "targets.same_day": "Chỉ tiêu có hiệu lực từ ngày {since} đã được giao ({decision_no}); "
        "quyết định điều chỉnh phải có hiệu lực sau ngày đó.",
        "targets.bailiff_missing": "Chỉ tiêu của chấp hành viên phải nêu mã chấp hành viên.",
        "targets.cluster_too_small": "Khu vực thi đua phải có ít nhất hai cơ quan.",
        "targets.campaign_exists": "Đã có phong trào thi đua mang mã “{campaign}”.",
        "targets.agency_unknown": "Không có cơ quan mang mã “{agency}” vào ngày {on}; "
        "hãy kiểm tra lại mã cơ quan.",
        "targets.cohort_unknown": "Không có cách chọn hồ sơ “{cohort}” cho phong trào thi đua; "
        "các cách có sẵn: {allowed}.",
    }
)
