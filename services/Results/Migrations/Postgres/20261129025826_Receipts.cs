using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Ocr.Results.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Receipts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "RereadBy",
                schema: "results",
                table: "batches",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "draws",
                schema: "results",
                columns: table => new
                {
                    Tenant = table.Column<string>(type: "text", nullable: false),
                    DrawDate = table.Column<string>(type: "text", nullable: false),
                    DrawNumber = table.Column<string>(type: "text", nullable: false),
                    CutOff = table.Column<string>(type: "text", nullable: true),
                    CutOffBy = table.Column<string>(type: "text", nullable: true),
                    CutOffAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_draws", x => new { x.Tenant, x.DrawDate, x.DrawNumber });
                });

            migrationBuilder.CreateTable(
                name: "receipts",
                schema: "results",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Tenant = table.Column<string>(type: "text", nullable: false, defaultValue: "principal"),
                    ReceiptId = table.Column<Guid>(type: "uuid", nullable: false),
                    RequestId = table.Column<string>(type: "text", nullable: false),
                    ResultFile = table.Column<string>(type: "text", nullable: false),
                    StoredName = table.Column<string>(type: "text", nullable: false),
                    DrawDate = table.Column<string>(type: "text", nullable: false),
                    DrawNumber = table.Column<string>(type: "text", nullable: false),
                    WhatsappId = table.Column<string>(type: "text", nullable: false),
                    SenderName = table.Column<string>(type: "text", nullable: false),
                    SentAt = table.Column<string>(type: "text", nullable: false),
                    StoredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ReadAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ReasonCode = table.Column<string>(type: "text", nullable: true),
                    FileKey = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    SenderKey = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    SenderRest = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ReferenceEnd = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    PhoneEnd = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    DocumentEnd = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    AmountCents = table.Column<long>(type: "bigint", nullable: true),
                    Currency = table.Column<string>(type: "text", nullable: false),
                    OriginBank = table.Column<string>(type: "text", nullable: false),
                    PaidOn = table.Column<string>(type: "text", nullable: false),
                    PaymentState = table.Column<string>(type: "text", nullable: false),
                    IsReceipt = table.Column<bool>(type: "boolean", nullable: false),
                    Complete = table.Column<bool>(type: "boolean", nullable: false),
                    Decision = table.Column<string>(type: "text", nullable: false),
                    Duplicate = table.Column<int>(type: "integer", nullable: false),
                    DuplicateOf = table.Column<Guid>(type: "uuid", nullable: true),
                    Review = table.Column<int>(type: "integer", nullable: false),
                    ReviewedBy = table.Column<string>(type: "text", nullable: true),
                    ReviewedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ReviewReason = table.Column<string>(type: "text", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Corrections = table.Column<string>(type: "text", nullable: true),
                    Details = table.Column<string>(type: "text", nullable: false),
                    Risk = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_receipts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "review_log",
                schema: "results",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Tenant = table.Column<string>(type: "text", nullable: false, defaultValue: "principal"),
                    ReceiptId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Action = table.Column<string>(type: "text", nullable: false),
                    Person = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Data = table.Column<string>(type: "text", nullable: false),
                    Unpublished = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_review_log", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_receipts_ReceiptId",
                schema: "results",
                table: "receipts",
                column: "ReceiptId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_receipts_RequestId",
                schema: "results",
                table: "receipts",
                column: "RequestId");

            migrationBuilder.CreateIndex(
                name: "IX_receipts_Tenant_AmountCents_StoredAt_Id",
                schema: "results",
                table: "receipts",
                columns: new[] { "Tenant", "AmountCents", "StoredAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_receipts_Tenant_Decision_StoredAt_Id",
                schema: "results",
                table: "receipts",
                columns: new[] { "Tenant", "Decision", "StoredAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_receipts_Tenant_DocumentEnd",
                schema: "results",
                table: "receipts",
                columns: new[] { "Tenant", "DocumentEnd" });

            migrationBuilder.CreateIndex(
                name: "IX_receipts_Tenant_DrawDate_DrawNumber_StoredAt_Id",
                schema: "results",
                table: "receipts",
                columns: new[] { "Tenant", "DrawDate", "DrawNumber", "StoredAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_receipts_Tenant_FileKey",
                schema: "results",
                table: "receipts",
                columns: new[] { "Tenant", "FileKey" });

            migrationBuilder.CreateIndex(
                name: "IX_receipts_Tenant_OriginBank_StoredAt_Id",
                schema: "results",
                table: "receipts",
                columns: new[] { "Tenant", "OriginBank", "StoredAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_receipts_Tenant_PaidOn_StoredAt_Id",
                schema: "results",
                table: "receipts",
                columns: new[] { "Tenant", "PaidOn", "StoredAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_receipts_Tenant_PaymentState_StoredAt_Id",
                schema: "results",
                table: "receipts",
                columns: new[] { "Tenant", "PaymentState", "StoredAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_receipts_Tenant_PhoneEnd",
                schema: "results",
                table: "receipts",
                columns: new[] { "Tenant", "PhoneEnd" });

            migrationBuilder.CreateIndex(
                name: "IX_receipts_Tenant_ReferenceEnd",
                schema: "results",
                table: "receipts",
                columns: new[] { "Tenant", "ReferenceEnd" });

            migrationBuilder.CreateIndex(
                name: "IX_receipts_Tenant_Review_Risk_Id",
                schema: "results",
                table: "receipts",
                columns: new[] { "Tenant", "Review", "Risk", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_receipts_Tenant_SenderKey",
                schema: "results",
                table: "receipts",
                columns: new[] { "Tenant", "SenderKey" });

            migrationBuilder.CreateIndex(
                name: "IX_receipts_Tenant_SenderRest",
                schema: "results",
                table: "receipts",
                columns: new[] { "Tenant", "SenderRest" });

            migrationBuilder.CreateIndex(
                name: "IX_receipts_Tenant_StoredAt_Id",
                schema: "results",
                table: "receipts",
                columns: new[] { "Tenant", "StoredAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_receipts_Tenant_WhatsappId_StoredAt_Id",
                schema: "results",
                table: "receipts",
                columns: new[] { "Tenant", "WhatsappId", "StoredAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_review_log_ReceiptId_Id",
                schema: "results",
                table: "review_log",
                columns: new[] { "ReceiptId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_review_log_Unpublished",
                schema: "results",
                table: "review_log",
                column: "Unpublished",
                filter: "\"Unpublished\"");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "draws",
                schema: "results");

            migrationBuilder.DropTable(
                name: "receipts",
                schema: "results");

            migrationBuilder.DropTable(
                name: "review_log",
                schema: "results");

            migrationBuilder.DropColumn(
                name: "RereadBy",
                schema: "results",
                table: "batches");
        }
    }
}
