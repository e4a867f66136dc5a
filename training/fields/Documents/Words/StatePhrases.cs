using Ocr.FieldDocuments.Scenes;

namespace Ocr.FieldDocuments.Words;

/// <summary>
/// Statements of the result of a payment, composed of a noun, a tense and a participle, so that a model learns the words and the grammar
/// instead of whole titles: <c>no fue procesada</c>, <c>será procesada mañana</c> and <c>fue procesada</c> are three states.
/// </summary>
internal static class StatePhrases
{
    private static readonly string[] Feminine = ["operación", "transacción", "transferencia", "orden", "operación bancaria", "transferencia móvil"];
    private static readonly string[] Masculine = ["pago", "envío", "pago móvil", "tpago", "movimiento", "pago a personas", "dinero"];
    private static readonly string[] Done = ["exitos", "realizad", "procesad", "completad", "ejecutad", "aprobad", "efectuad", "confirmad", "enviad", "finalizad", "concretad", "autorizad", "acreditad", "registrad", "liquidad", "tramitad", "entregad", "despachad"];
    private static readonly string[] Waiting = ["pendiente", "en proceso", "en espera", "por aprobar", "por confirmar", "en revisión", "en curso", "en validación", "por autorizar", "sin confirmar", "en trámite", "en verificación", "por procesar", "por liquidar", "en cola", "a la espera de aprobación", "por firmar", "en estudio"];
    private static readonly string[] Later = ["programad", "diferid", "agendad", "postergad", "planificad", "aplazad", "reprogramad", "pautad"];
    private static readonly string[] When = ["mañana", "el próximo día hábil", "el lunes", "en la fecha indicada", "el siguiente día hábil", "próximamente", "el día programado", "en 24 horas"];
    private static readonly string[] Refused = ["rechazad", "fallid", "negad", "denegad", "bloquead", "declinad", "inválid", "fracasad", "desaprobad", "interrumpid", "objetad", "restringid"];
    private static readonly string[] Causes = ["fondos insuficientes", "saldo insuficiente", "límite excedido", "monto máximo superado", "cuenta inválida", "beneficiario no registrado", "servicio no disponible", "clave incorrecta", "cupo diario agotado", "datos incorrectos"];
    private static readonly string[] Returned = ["reversad", "devuelt", "reintegrad", "extornad", "reembolsad", "retornad", "restituid", "revertid"];
    private static readonly string[] Voided = ["anulad", "cancelad", "invalidad", "eliminad", "descartad", "desistid", "abortad", "suprimid"];
    private static readonly string[] Infinitives = ["procesar", "realizar", "completar", "ejecutar", "enviar", "efectuar", "concretar", "confirmar", "autorizar"];

    /// <summary>Returns a statement of a state; <see langword="null"/> for states that have fixed titles only.</summary>
    public static string? Compose(PageState state, Dice dice, Lexicon lexicon)
    {
        if (dice.Chance(0.06) && Foreign(state, dice) is { } foreign)
        {
            return foreign;
        }

        var feminine = dice.Chance(0.5);
        var noun = dice.Pick(feminine ? Feminine : Masculine);
        var own = dice.Of("", "", "tu ", "su ", "la ", "el ");
        own = own is "la " or "el " ? feminine ? "la " : "el " : own;
        string Bent(string[] stems)
        {
            var stem = lexicon.Known(stems);
            return stem == "inválid" || stem[^1] is 'd' or 's' or 't' or 'n' ? stem + (feminine ? "a" : "o") : stem;
        }

        return state switch
        {
            PageState.Realizado => dice.Of($"{noun} {Bent(Done)}", $"{own}{noun} fue {Bent(Done)}", $"{own}{noun} ha sido {Bent(Done)} exitosamente", $"{noun} {Bent(Done)} con éxito", Bent(Done), $"¡{noun} {Bent(Done)}!"),
            PageState.Pendiente => dice.Of($"{noun} {lexicon.Known(Waiting)}", $"{own}{noun} está {lexicon.Known(Waiting)}", $"{own}{noun} está siendo {Bent(Done)}", $"{own}{noun} aún no ha sido {Bent(Done)}", lexicon.Known(Waiting), $"estamos procesando {own}{noun}", $"{own}{noun} quedó {lexicon.Known(Waiting)}"),
            PageState.Programado => dice.Of($"{noun} {Bent(Later)}", $"{own}{noun} será {Bent(Done)} {dice.Pick(When)}", $"{own}{noun} fue {Bent(Later)}", Bent(Later), $"se ejecutará {dice.Pick(When)}", $"{own}{noun} se procesará {dice.Pick(When)}", $"será {Bent(Done)} {dice.Pick(When)}"),
            PageState.Rechazado => dice.Of($"{noun} {Bent(Refused)}", $"{own}{noun} no fue {Bent(Done)}", $"{noun} no {Bent(Done)}", $"no se pudo {lexicon.Known(Infinitives)} {own}{noun}", $"no pudimos {lexicon.Known(Infinitives)} {own}{noun}", lexicon.Known(Causes), $"{noun} {Bent(Refused)}: {lexicon.Known(Causes)}", Bent(Refused), $"no fue posible {lexicon.Known(Infinitives)} {own}{noun}", $"{own}{noun} no pudo ser {Bent(Done)}"),
            PageState.Reversado => dice.Of($"{noun} {Bent(Returned)}", $"{own}{noun} fue {Bent(Returned)}", Bent(Returned), $"reverso de {noun}", $"reverso de {noun} {Bent(Done)} exitosamente", $"devolución de {noun}", $"reintegro {dice.Of("realizado", "exitoso", "procesado")}", $"el monto fue {lexicon.Known(Returned)}o a su cuenta"),
            PageState.Anulado => dice.Of($"{noun} {Bent(Voided)}", $"{own}{noun} fue {Bent(Voided)}", Bent(Voided), $"anulación de {noun}", $"{noun} {Bent(Voided)} por el usuario", $"anulación de {noun} exitosa", $"{noun} dejada sin efecto"),
            PageState.Recibido => dice.Of($"recibiste un {dice.Pick(Masculine)}", $"{noun} {(feminine ? "recibida" : "recibido")}", "te enviaron un pago", $"{noun} {(feminine ? "abonada" : "abonado")} a tu cuenta", $"te llegó un {dice.Pick(Masculine)}", "abono en cuenta", $"{noun} entrante", "nota de crédito"),
            PageState.Solicitud => dice.Of($"solicitud de {dice.Of("cobro", "pago", "dinero", "pago móvil")}", "te solicitan un pago", "cobro solicitado", "orden de cobro", "pago solicitado", "están solicitando un pago", "tienes un cobro por pagar"),
            PageState.Desconocido => dice.Of("confirma los datos", "confirme los datos de la operación", "verifica los datos", $"simulación de {noun}", $"{noun} de prueba", "revisa antes de enviar", "¿deseas continuar?", "vista previa", "datos a confirmar", $"simulador de {dice.Pick(Masculine)}", "desliza para pagar", "estás por enviar"),
            _ => null,
        };
    }

    /// <summary>Returns a sentence with the same words that does not describe this payment: conditions, advice, terms.</summary>
    public static string Condition(Dice dice)
    {
        var feminine = dice.Chance(0.5);
        var noun = dice.Pick(feminine ? Feminine : Masculine);
        var own = dice.Of("tu", "su", feminine ? "la" : "el", "esta", "cualquier").Replace("esta", feminine ? "esta" : "este", StringComparison.Ordinal);
        string Bent(string[] stems) => dice.Pick(stems) is var stem && (stem == "inválid" || stem[^1] is 'd' or 's' or 't' or 'n') ? stem + (feminine ? "a" : "o") : stem;
        var subject = $"{own} {noun}";
        var opening = dice.Of($"si {subject} fue {Bent(Refused)}", $"si {subject} no fue {Bent(Done)} por usted", $"si {subject} resulta {Bent(Refused)}", $"en caso de que {subject} sea {Bent(Refused)}", $"en caso de {noun} {Bent(Returned)}", $"cuando {subject} está {dice.Pick(Waiting)}", $"de ser {Bent(Refused)} {subject}", $"si no reconoce {subject}", $"si {subject} queda {dice.Pick(Waiting)}", $"de no ser {Bent(Done)}", $"si {subject} es {Bent(Voided)}", $"toda {noun} {Bent(Later)}");
        var ending = dice.Of($"el monto será {dice.Pick(Returned)}o en {dice.Whole(24, 72)} horas", "llame de inmediato", "comuníquese al", "el dinero será devuelto a su cuenta", $"será {Bent(Returned)} automáticamente", "no se realizará ningún cargo", "espere la confirmación", "consulte sus movimientos", "reciba un aviso por sms", "puede anular desde el menú", "acuda a su agencia");
        return dice.Whole(0, 4) switch
        {
            0 => $"{opening} {ending}",
            1 => $"tu {dice.Pick(Masculine)} podría estar en proceso hasta por {dice.Whole(2, 48)} horas en el banco receptor",
            2 => $"las {dice.Of("operaciones", "transferencias")} {dice.Of("rechazadas", "pendientes", "realizadas después de las 5 pm", "programadas", "devueltas")} {dice.Of("se procesan el próximo día hábil", "se reversan automáticamente", "se notifican por correo")}",
            _ => $"{opening}, {ending}",
        };
    }

    private static string? Foreign(PageState state, Dice dice) => state switch
    {
        PageState.Realizado => dice.Of("completed", "successful", "payment sent", "sent", "paid"),
        PageState.Pendiente => dice.Of("pending", "processing", "in progress", "awaiting confirmation"),
        PageState.Programado => dice.Of("scheduled", "scheduled payment"),
        PageState.Rechazado => dice.Of("declined", "failed", "payment failed", "rejected"),
        PageState.Reversado => dice.Of("refunded", "returned", "reversed"),
        PageState.Anulado => dice.Of("voided", "cancelled", "canceled"),
        PageState.Recibido => dice.Of("received", "payment received", "you received"),
        _ => null,
    };
}
