using System.Text.Json.Serialization;

namespace Territory.Model.Terminals;

/// <summary>How the outlet pays (结款方式).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PaymentTerms>))]
public enum PaymentTerms
{
    /// <summary>现结.</summary>
    CashOnDelivery,

    /// <summary>月结.</summary>
    MonthlyAccount,

    /// <summary>赊销, settled at the next visit.</summary>
    NextVisit,
}
