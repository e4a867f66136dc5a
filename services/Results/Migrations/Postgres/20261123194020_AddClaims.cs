using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ocr.Results.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AddClaims : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_results_StoredAt",
                schema: "results",
                table: "results");

            migrationBuilder.AddColumn<int>(
                name: "Duplicate",
                schema: "results",
                table: "results",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "DuplicateOf",
                schema: "results",
                table: "results",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "FoundFields",
                schema: "results",
                table: "results",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "IsReceipt",
                schema: "results",
                table: "results",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Sha256",
                schema: "results",
                table: "results",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "ValidFields",
                schema: "results",
                table: "results",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "claims",
                schema: "results",
                columns: table => new
                {
                    Key = table.Column<string>(type: "text", nullable: false),
                    ReceiptId = table.Column<Guid>(type: "uuid", nullable: false),
                    RequestId = table.Column<string>(type: "text", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    StoredName = table.Column<string>(type: "text", nullable: false),
                    ClaimedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_claims", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "payments",
                schema: "results",
                columns: table => new
                {
                    ReceiptId = table.Column<Guid>(type: "uuid", nullable: false),
                    RequestId = table.Column<string>(type: "text", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    StoredName = table.Column<string>(type: "text", nullable: false),
                    Date = table.Column<string>(type: "text", nullable: false),
                    Amount = table.Column<string>(type: "text", nullable: false),
                    Phone = table.Column<string>(type: "text", nullable: false),
                    Issuer = table.Column<string>(type: "text", nullable: false),
                    Reference = table.Column<string>(type: "text", nullable: false),
                    SeenAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_payments", x => x.ReceiptId);
                });

            migrationBuilder.CreateIndex(
                name: "IX_results_figures",
                schema: "results",
                table: "results",
                columns: new[] { "StoredAt", "Succeeded", "IsReceipt", "CacheHit", "ReasonCode", "Duplicate", "ProcessingSeconds", "ConfidenceAverage", "FoundFields", "ValidFields", "DocumentBytes" });

            migrationBuilder.CreateIndex(
                name: "IX_batches_OpenedAt",
                schema: "results",
                table: "batches",
                column: "OpenedAt");

            migrationBuilder.CreateIndex(
                name: "IX_claims_ClaimedAt",
                schema: "results",
                table: "claims",
                column: "ClaimedAt");

            migrationBuilder.CreateIndex(
                name: "IX_claims_ReceiptId",
                schema: "results",
                table: "claims",
                column: "ReceiptId");

            migrationBuilder.CreateIndex(
                name: "IX_payments_Date_Amount",
                schema: "results",
                table: "payments",
                columns: new[] { "Date", "Amount" });

            migrationBuilder.CreateIndex(
                name: "IX_payments_SeenAt",
                schema: "results",
                table: "payments",
                column: "SeenAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "claims",
                schema: "results");

            migrationBuilder.DropTable(
                name: "payments",
                schema: "results");

            migrationBuilder.DropIndex(
                name: "IX_results_figures",
                schema: "results",
                table: "results");

            migrationBuilder.DropIndex(
                name: "IX_batches_OpenedAt",
                schema: "results",
                table: "batches");

            migrationBuilder.DropColumn(
                name: "Duplicate",
                schema: "results",
                table: "results");

            migrationBuilder.DropColumn(
                name: "DuplicateOf",
                schema: "results",
                table: "results");

            migrationBuilder.DropColumn(
                name: "FoundFields",
                schema: "results",
                table: "results");

            migrationBuilder.DropColumn(
                name: "IsReceipt",
                schema: "results",
                table: "results");

            migrationBuilder.DropColumn(
                name: "Sha256",
                schema: "results",
                table: "results");

            migrationBuilder.DropColumn(
                name: "ValidFields",
                schema: "results",
                table: "results");

            migrationBuilder.CreateIndex(
                name: "IX_results_StoredAt",
                schema: "results",
                table: "results",
                column: "StoredAt");
        }
    }
}
