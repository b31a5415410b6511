using System.Text.Json.Serialization;

namespace Territory.Model.Payments;

[JsonConverter(typeof(JsonStringEnumConverter<PaymentMethod>))]
public enum PaymentMethod
{
    Cash,
    MobilePayment,
    BankTransfer,
}
