using System.Text.Json.Serialization;

namespace Territory.Model.Schedules;

/// <summary>How much a delivery brings (补货策略).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReplenishmentPolicy>))]
public enum ReplenishmentPolicy
{
    /// <summary>Every delivery fills the customer to its maximum (补至上限).</summary>
    OrderUpTo,

    /// <summary>Any quantity that the maximum leaves room for (最高库存).</summary>
    MaximumLevel,
}
